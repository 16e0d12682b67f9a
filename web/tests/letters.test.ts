import { describe, expect, it } from "vitest";
import {
  answerTo,
  changesInLetter,
  letterAsItIs,
  letterInput,
  missingInLetter,
  newLetter,
} from "../src/concepts/documents/letterDraft";
import { madeOld } from "../src/kit/graphql/madeOld";

const OFFICE = {
  id: "stakeholder_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60",
  name: { en: "NADRA", ur: null },
};
const OTHER = { ...OFFICE, id: "stakeholder_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f61" };

const letter = {
  id: "document_1",
  version: "1",
  kind: "LETTER_IN" as const,
  day: "2026-01-05",
  referenceNumber: "F.1",
  diaryNumber: "7",
  replyDueOn: "2026-02-01",
  subject: { text: "Rolls", language: "EN" as const },
  parties: [OFFICE],
};

describe("a letter that is noted", () => {
  it("says whether it came or went, with whom, on what, and of which day", () => {
    const missing = missingInLetter({ ...newLetter("", []), subject: " " });

    expect(missing.map(({ path }) => path[0])).toEqual(["kind", "partyIds", "subject", "day"]);
  });

  it("is sent with what was written and nothing else", () => {
    const draft = { ...newLetter("2026-01-05", [OFFICE]), subject: " Rolls ", reference: " " };

    expect(letterInput(draft, "LETTER_OUT")).toEqual({
      kind: "LETTER_OUT",
      subject: { text: "Rolls" },
      day: "2026-01-05",
      partyIds: [OFFICE.id],
    });
    const whole = { ...draft, reference: "F.1", diary: "7", replyDueOn: "2026-02-01" };
    expect(letterInput(whole, "LETTER_IN", letter.id)).toMatchObject({
      referenceNumber: "F.1",
      diaryNumber: "7",
      replyDueOn: "2026-02-01",
      answersId: letter.id,
    });
  });

  it("is read anew on the card, and counts as contact", () => {
    const old = madeOld({ recordDocument: { userErrors: [] } });

    expect(old.fields).toContain("documents");
    expect(old.onPage).toContain("coverage");
  });
});

describe("the answer to a letter", () => {
  it("goes the other way, between the same and on the same, and is of today", () => {
    const answer = answerTo(letter, "2026-01-20");

    expect(answer).toEqual({
      ...newLetter("2026-01-20", [OFFICE]),
      kind: "LETTER_OUT",
      subject: "Rolls",
    });
    expect(answerTo({ ...letter, kind: "LETTER_OUT" }, "2026-01-20").kind).toBe("LETTER_IN");
  });
});

describe("a letter that is set right", () => {
  const begun = letterAsItIs(letter);

  it("is sent with what she changed alone", () => {
    expect(changesInLetter(begun, begun)).toEqual({});
    expect(changesInLetter(begun, { ...begun, subject: "Rolls " })).toEqual({});
    expect(
      changesInLetter(begun, { ...begun, offices: [OFFICE, OTHER], day: "2026-01-06" }),
    ).toEqual({ partyIds: [OFFICE.id, OTHER.id], day: "2026-01-06" });
  });

  it("takes back what she empties", () => {
    const emptied = changesInLetter(begun, { ...begun, reference: " ", diary: "", replyDueOn: "" });

    expect(emptied).toEqual({ referenceNumber: null, diaryNumber: null, replyDueOn: null });
  });

  it("need not be with an office where it is no letter", () => {
    const paper = { ...begun, kind: "REPORT" as const, offices: [] };

    expect(missingInLetter(paper)).toEqual([]);
  });

  it("is read anew on its own page and in the lists", () => {
    const old = madeOld({ updateDocument: { userErrors: [] } });

    expect(old.fields).toContain("documents");
    expect(old.onPage).toContain("document");
  });
});
