import { describe, expect, it } from "vitest";
import { nearSearches } from "../src/concepts/stakeholders/nearSearches";

describe("a name that finds no office", () => {
  it("is looked for by its end first, where the place stands, and then by its beginning", () => {
    expect(nearSearches("Deputy Commissioner Zhob")).toEqual([
      "Commissioner Zhob",
      "Zhob",
      "Deputy Commissioner",
      "Deputy",
    ]);
  });

  it("is not looked for by two letters, which begin too many names", () => {
    expect(nearSearches("DC Zhob")).toEqual(["Zhob"]);
  });

  it("is taken apart in Urdu too", () => {
    expect(nearSearches("نادرا والے، اوستہ محمد").slice(0, 2)).toEqual([
      "والے اوستہ محمد",
      "اوستہ محمد",
    ]);
  });

  it("is looked for a bounded number of times, however long it is", () => {
    expect(nearSearches("one two three four five six seven eight nine ten")).toHaveLength(8);
  });

  it("of one word has nothing near", () => {
    expect(nearSearches("Zhob")).toEqual([]);
    expect(nearSearches(" ")).toEqual([]);
  });
});
