import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

/**
 * The letters of Urdu with those of Balochi, Pashto and Sindhi that stand in names, the marks, the
 * digits and the punctuation. The whole face is three times as heavy, which counts at 3G.
 */
const LETTERS =
  "ءآأؤئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" +
  "ٹپچڈڑژکگںھہۂۃیۓےۀ" +
  "ټځڅډړږښڼېۍګۆۇ" +
  "ٻڀٺٽٿڄڃڇڌڍڏڙڦڪڳڱڻ" +
  "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0657\u0670" +
  "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹" +
  "،؛؟۔٪٫٬ـ﴾﴿ﷺ؍" +
  "\u200c\u200d\u200e\u200f ";

/** Part of the file's name, which otherwise tells of the whole face only: other letters, other file. */
export const faceVersion = createHash("sha256").update(LETTERS).digest("hex").slice(0, 8);

/** Cuts Noto Naskh Arabic to the letters that the page needs, while building. */
export function urduFace(): Plugin {
  return {
    name: "rabta-urdu-face",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.includes("noto-naskh-arabic")) continue;
        const [original] = file.originalFileNames;
        const whole = original ? await readFile(original) : Buffer.from(file.source);
        file.source = await subsetFont(whole, LETTERS, { targetFormat: "woff2" });
      }
    },
  };
}
