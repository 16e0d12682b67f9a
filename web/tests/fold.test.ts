import { describe, expect, it } from "vitest";
import { isFound, wordsIn } from "../src/kit/fold";

describe("a search without the record", () => {
  it("sees letters as the server's own search does", () => {
    expect(wordsIn("كوئٹه")).toEqual(wordsIn("کوئٹہ"));
    expect(wordsIn("Élection  Commissioner’s")).toEqual(["election", "commissioner", "s"]);
    expect(wordsIn("ضلع ۱۲ ١٢")).toEqual(["ضلع", "12", "12"]);
    expect(wordsIn("قـا\u200dئم")).toEqual(wordsIn("قائم"));
  });

  it("finds what has a word for each word that is looked for, from its beginning", () => {
    const names = ["District Election Commissioner, Zhob", "ضلعی الیکشن کمشنر، ژوب", "DEC"];

    expect(isFound("zhob dist", names)).toBe(true);
    expect(isFound("ژوب", names)).toBe(true);
    expect(isFound("hob", names)).toBe(false);
    expect(isFound("zhob quetta", names)).toBe(false);
  });

  it("without letters finds all, and of signs alone nothing", () => {
    expect(isFound(" ", ["PEC"])).toBe(true);
    expect(isFound("?!", ["PEC"])).toBe(false);
  });
});
