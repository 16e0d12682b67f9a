import { describe, expect, it } from "vitest";
import { narrower, savedWord, seesWord, within } from "../src/concepts/meetings/whoSees";

describe("who sees a meeting and its words", () => {
  it("offers words to no more people than the meeting", () => {
    expect(within("PRESENT")).toEqual(["PRESENT"]);
    expect(within("CAUCUS")).toEqual(["PRESENT", "CAUCUS"]);
    expect(narrower("PRESENT", "CAUCUS")).toBe("PRESENT");
    expect(narrower("PARTNERS", "CAUCUS")).toBe("CAUCUS");
  });

  it("is said of each pair, before it is saved and after", () => {
    expect(seesWord("PRESENT", "PRESENT")).toBe("sees.closed");
    expect(seesWord("CAUCUS", "PRESENT")).toBe("sees.present");
    expect(seesWord("PARTNERS", "PRESENT")).toBe("sees.donors");
    expect(savedWord("CAUCUS", "CAUCUS")).toBe("saved.members");
    expect(savedWord("PARTNERS", "CAUCUS")).toBe("saved.donorsMembers");
    expect(savedWord("PARTNERS", "PARTNERS")).toBe("saved.donorsAll");
  });
});
