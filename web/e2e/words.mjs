import { readFileSync } from "node:fs";

/** @param {"en" | "ur"} language */
const read = (language) =>
  JSON.parse(
    readFileSync(new URL(`../src/locales/${language}/messages.json`, import.meta.url), "utf8"),
  );

const WORDS = { en: read("en"), ur: read("ur") };

/**
 * The words of one language, so that the walk looks for what a reader of that language looks for.
 * @param {"en" | "ur"} language
 * @returns {(key: string) => string}
 */
export function wordsOf(language) {
  return (key) => {
    const text = WORDS[language][key];
    if (typeof text !== "string") throw new Error(`no words for ${key}`);
    return text;
  };
}
