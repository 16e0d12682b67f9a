import { describe, expect, it } from "vitest";
import { letterInput, missingInLetter, newLetter } from "../src/concepts/documents/letterDraft";
import { madeOld } from "../src/kit/graphql/madeOld";

const OFFICE = "stakeholder_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60";

describe("a letter that is noted", () => {
  it("says whether it came or went, on what, and of which day", () => {
    const missing = missingInLetter({ ...newLetter(""), subject: " " });

    expect(missing.map(({ path }) => path[0])).toEqual(["kind", "subject", "day"]);
  });

  it("is sent with what was written and nothing else", () => {
    const draft = { ...newLetter("2026-01-05"), subject: " Rolls ", reference: " " };

    expect(letterInput(draft, "LETTER_OUT", OFFICE)).toEqual({
      kind: "LETTER_OUT",
      subject: { text: "Rolls" },
      day: "2026-01-05",
      partyIds: [OFFICE],
    });
    const whole = { ...draft, reference: "F.1", replyDueOn: "2026-02-01" };
    expect(letterInput(whole, "LETTER_IN", OFFICE)).toMatchObject({
      referenceNumber: "F.1",
      replyDueOn: "2026-02-01",
    });
  });

  it("is read anew on the card, and counts as contact", () => {
    const old = madeOld({ recordDocument: { userErrors: [] } });

    expect(old.fields).toContain("documents");
    expect(old.onPage).toContain("coverage");
  });
});
