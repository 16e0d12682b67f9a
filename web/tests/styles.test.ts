import { describe, expect, it } from "vitest";
import en from "../src/locales/en/messages.json";
import { sources } from "./sources";

const PHYSICAL = [
  /(?:^|[\s;{])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b/,
  /(?:^|[\s;{])(?:left|right|top|bottom)\s*:/,
  /border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear)\s*:\s*(?:left|right)/,
  /(?:^|[\s;{])(?:min-|max-)?(?:width|height)\s*:/,
];

const find = (files: { path: string; text: string }[], patterns: RegExp[]) =>
  files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .map((line, index) => ({ at: `${path}:${index + 1}`, line }))
      // A condition on the window has no direction.
      .filter(({ line }) => !line.trim().startsWith("@media"))
      .filter(({ line }) => patterns.some((pattern) => pattern.test(line)))
      .map(({ at, line }) => `${at} ${line.trim()}`),
  );

// What stands between two tags, or between a value and the end of its tag.
const BETWEEN = [
  /(?<!=|\S )>([^<>{}=;()]*[A-Za-z]{2,}[^<>{}=;()]*)[<{]/g,
  /\}([^<>{}=;()]*[A-Za-z]{2,}[^<>{}=;()]*)<\//g,
];
// What a reader sees or hears of an attribute. Where ours take words, they take them by their key.
const ATTRIBUTES =
  /\s(?:aria-(?:label|description|valuetext|placeholder)|placeholder|title|alt|label|hint|lead|legend|prompt|tab|text)=(?:"|\{["'`])([^"'`]*[A-Za-z]{2,}[^"'`]*)["'`]/g;
// The name of the product is the same in both languages.
const NAMES = ["Rabta"];

const bareWords = (path: string, text: string) =>
  [...BETWEEN, ATTRIBUTES]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 1: words = "" }) => words.replace(/\$\{[^}]*(?:\}|$)/g, "").trim())
    .filter((words) => /[A-Za-z]{2}/.test(words) && !(words in en) && !NAMES.includes(words))
    // The next of several values, of which each is a piece of markup.
    .filter((words) => !/^,\s*\w+:$/.test(words))
    .map((words) => `${path} ${words}`);

describe("the style sheets", () => {
  it("name no left, right, width or height, so that both directions need one sheet", () => {
    expect(find(sources(".css"), PHYSICAL)).toEqual([]);
  });

  it("take every colour from the tokens", () => {
    const sheets = sources(".css").filter(({ path }) => !path.endsWith("tokens.css"));
    expect(find(sheets, [/#[0-9a-f]{3,8}\b/i, /\b(?:rgb|hsl|oklch)a?\(/])).toEqual([]);
  });
});

describe("the markup", () => {
  it("has no style of its own, which the page's policy would refuse", () => {
    expect(find(sources(".tsx"), [/\sstyle=/, /dangerouslySetInnerHTML/])).toEqual([]);
  });

  it("has all its words in the catalogues", () => {
    expect(sources(".tsx").flatMap(({ path, text }) => bareWords(path, text))).toEqual([]);
  });

  it.each([
    ["in one line", "<p>Some words</p>"],
    ["over several lines", "<p>\n  Some words that\n  go on\n</p>"],
    ["after a tag of several lines", '<p\n    className="x"\n  >\n  Some words\n</p>'],
    ["before something else", "<p>Some words {count}</p>"],
    ["after something else", "<p>{count} words</p>"],
    ["in an attribute", '<input placeholder="Some words" />'],
    ["in an attribute that is read out", '<ul aria-label={"Words"}>'],
  ])("is found out where it has words of its own %s", (_where, markup) => {
    expect(bareWords("Part.tsx", `return (\n${markup}\n)`)).toHaveLength(1);
  });
});
