import { describe, expect, it } from "vitest";
import { nearSearches } from "../src/concepts/stakeholders/nearSearches";

describe("a name that finds no office", () => {
  it("is looked for without its first word, then without its last", () => {
    expect(nearSearches("DC Zhob")).toEqual(["Zhob", "DC"]);
  });

  it("is looked for by its words after that, the longest first and none of two letters", () => {
    expect(nearSearches("Principal of the girls' college, Pishin")).toEqual([
      "of the girls' college Pishin",
      "Principal of the girls' college",
      "Principal",
      "college",
      "girls'",
      "Pishin",
    ]);
  });

  it("is taken apart in Urdu too", () => {
    expect(nearSearches("نادرا والے، اوستہ محمد").slice(0, 3)).toEqual([
      "والے اوستہ محمد",
      "نادرا والے اوستہ",
      "نادرا",
    ]);
  });

  it("of one word has nothing near", () => {
    expect(nearSearches("Zhob")).toEqual([]);
    expect(nearSearches(" ")).toEqual([]);
  });
});
