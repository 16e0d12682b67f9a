import { describe, expect, it } from "vitest";
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
    const bare = find(sources(".tsx"), [/>[^<>{}=]*[A-Za-z]{2,}[^<>{}=;()]*<\//]);
    expect(bare.filter((line) => !/<bdi lang="en">Rabta<\/bdi>/.test(line))).toEqual([]);
  });
});
