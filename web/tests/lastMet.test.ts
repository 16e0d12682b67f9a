import { describe, expect, it } from "vitest";
import { lastMetWord, neverMetWord } from "../src/concepts/stakeholders/lastMet";

describe("when an office was last met", () => {
  it("is said of a meeting with it alone, as the figures count it", () => {
    expect(lastMetWord("STAKEHOLDER")).toBe("office.lastMetOn");
    expect(lastMetWord("PUBLIC_EVENT")).toBe("office.seenOn");
    expect(lastMetWord("INTERNAL")).toBe("office.withUsOn");
  });

  it("says why the meetings that are listed do not count, where nobody of it came", () => {
    expect(neverMetWord({ role: "MEMBER" })).toBe("office.neverMet");
    expect(neverMetWord({ role: "MEMBER" }, true)).toBe("office.noneCame");
  });

  it("does not say to a partner that it was never met", () => {
    expect(neverMetWord({ role: "PARTNER" })).toBe("office.neverMetOpen");
    expect(neverMetWord({ role: "PARTNER" }, true)).toBe("office.noneCameOpen");
  });
});
