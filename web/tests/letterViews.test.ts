import { expect, test } from "vitest";
import {
  letterAddressOf,
  letterNarrowingOf,
  lettersAsked,
} from "../src/concepts/documents/letterViews";

const OFFICE = "stakeholder_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60";
const of = (params: Record<string, string>) => letterNarrowingOf(new URLSearchParams(params));

test("what is looked at stands in the address, and what was mistyped narrows nothing", () => {
  expect(of({})).toEqual({ view: "all", officeId: null });
  expect(of({ show: "nothing", office: "zzz" })).toEqual({ view: "all", officeId: null });
  const narrowing = of({ show: "waiting", office: OFFICE });
  expect(letterAddressOf(narrowing)).toEqual({ show: "waiting", office: OFFICE });
});

test("the last letter comes first, and of what waits for an answer the longest due", () => {
  expect(lettersAsked(of({}))).toEqual({
    filter: { kinds: ["LETTER_IN", "LETTER_OUT"] },
    orderBy: { field: "DAY", direction: "DESC" },
  });
  expect(lettersAsked(of({ show: "waiting", office: OFFICE }))).toEqual({
    filter: {
      kinds: ["LETTER_IN", "LETTER_OUT"],
      awaitsReply: true,
      stakeholderIds: [OFFICE],
    },
    orderBy: { field: "REPLY_DUE_ON", direction: "ASC" },
  });
});
