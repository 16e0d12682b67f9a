import { expect, test } from "vitest";
import {
  missingInPromise,
  newPromise,
  promiseInput,
} from "../src/concepts/commitments/promiseDraft";
import {
  missingInReconfirmation,
  newReconfirmation,
  reconfirmInput,
} from "../src/concepts/commitments/reconfirmDraft";
import { hasCome } from "../src/concepts/commitments/rungs";
import { addressOf, narrowingOf, orderOf } from "../src/concepts/commitments/views";
import { madeOld } from "../src/kit/graphql/madeOld";

const TODAY = "2026-01-15";
const OFFICE = "stakeholder_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60";

test("what they promise is owed by the office, and what we owe is owed to it", () => {
  const draft = { ...newPromise(TODAY), text: " A desk " };

  expect(promiseInput(draft, [OFFICE])).toEqual({
    direction: "MADE_TO_CAUCUS",
    text: { text: "A desk" },
    owedByIds: [OFFICE],
    saidOn: TODAY,
  });
  const ours = { ...draft, direction: "MADE_BY_CAUCUS" as const, day: "2026-02-01" };
  expect(promiseInput(ours, [OFFICE])).toMatchObject({
    owedToIds: [OFFICE],
    dueOn: "2026-02-01",
  });
});

test("what stands in a letter was said on the day of that", () => {
  const draft = { ...newPromise(TODAY, "document_1"), text: "A desk" };

  expect(missingInPromise(draft, TODAY)).toEqual([]);
  expect(promiseInput(draft, [OFFICE])).toEqual({
    direction: "MADE_TO_CAUCUS",
    text: { text: "A desk" },
    owedByIds: [OFFICE],
    documentId: "document_1",
  });
});

test("a promise without words, with a date that is not chosen or a day to come is not sent", () => {
  const wrong = { ...newPromise(TODAY), due: "date" as const, saidOn: "2026-01-16" };

  const missing = missingInPromise(wrong, TODAY).map(({ path, code }) => `${path[0]} ${code}`);

  expect(missing).toEqual(["text REQUIRED", "dueOn REQUIRED", "saidOn TO_COME"]);
});

test("the new holder stands by it on a day of hers, by what is known of it", () => {
  const draft = newReconfirmation(TODAY);
  const codes = (on: string) =>
    missingInReconfirmation({ ...draft, on }, "2026-01-10", TODAY).map(({ code }) => code);

  expect(codes(TODAY)).toEqual([]);
  expect(codes("2026-01-10")).toEqual([]);
  expect(codes("2026-01-09")).toEqual(["BEFORE_HOLDER"]);
  expect(codes("2026-01-16")).toEqual(["TO_COME"]);
  expect(codes("")).toEqual(["REQUIRED"]);
  const told = { ...draft, note: " by phone ", evidence: "TOLD" as const };
  expect(reconfirmInput(told)).toEqual({
    on: TODAY,
    note: { text: "by phone" },
    evidence: { kind: "TOLD" },
  });
});

test("something has come of it once money was approved, not while it was only asked or said", () => {
  expect(hasCome([{ rung: "ASKED" }, { rung: "WRITTEN" }])).toBe(false);
  expect(hasCome([{ rung: "ASKED" }, { rung: "APPROVED" }])).toBe(true);
  expect(hasCome([{ rung: "RELEASED" }])).toBe(true);
});

test("what is past its day comes in the order of days, all else the newest first", () => {
  const of = (show: string) => orderOf(narrowingOf(new URLSearchParams({ show }), true));

  expect(of("toJudge")).toEqual({ field: "DUE_ON", direction: "ASC" });
  expect(of("theirs")).toEqual({ field: "RECORDED_AT", direction: "DESC" });
  expect(addressOf(narrowingOf(new URLSearchParams({ show: "all" }), true))).toEqual({});
});

test("each change is one more in the history that stands on the page", () => {
  const answer = { recordAmount: { userErrors: [] }, advanceCommitment: { userErrors: [] } };

  expect(madeOld(answer).onPage).toContain("history");
});
