import { readFileSync } from "node:fs";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { sources } from "./sources";

const read = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(new URL(`../src/locales/${language}/messages.json`, import.meta.url), "utf8"),
  );

const en = read("en");
const ur = read("ur");

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

describe("the words", () => {
  it("are there in both languages", () => {
    expect(Object.keys(ur).sort()).toEqual(Object.keys(en).sort());
  });

  it("are never empty", () => {
    const empty = [en, ur].flatMap((words) =>
      Object.entries(words).filter(([, text]) => !text.trim()),
    );
    expect(empty).toEqual([]);
  });

  it("take the same values in both languages", () => {
    for (const [key, text] of Object.entries(en)) {
      expect([key, placeholders(ur[key] ?? "")]).toEqual([key, placeholders(text)]);
    }
  });

  it("can all be compiled", () => {
    for (const text of [...Object.values(en), ...Object.values(ur)]) {
      expect(() => compileMessage(text)).not.toThrow();
    }
  });

  it("in Urdu are written in Urdu", () => {
    const latin = Object.entries(ur).filter(([, text]) => !/[\u0600-\u06ff]/.test(text));
    expect(latin).toEqual([]);
  });

  it("are all used, by name or by the value of an enum", () => {
    const code = sources(".tsx", ".ts")
      .map(({ text }) => text)
      .join("\n");
    const unused = Object.keys(en).filter((key) => {
      const prefix = key.slice(0, key.lastIndexOf(".") + 1);
      const byEnum =
        prefix &&
        (code.includes(`\`${prefix}$`) || code.includes(`enumKey("${prefix.slice(0, -1)}"`));
      return !byEnum && !code.includes(`"${key}"`);
    });
    expect(unused).toEqual([]);
  });
});
