import { describe, expect, it } from "vitest";
import {
  isAlike,
  type ListDraft,
  MOST_NAMED,
  newListDraft,
  rebase,
  wrongIn,
} from "../src/concepts/results/listDraft";

const draft = (more: Partial<ListDraft> = {}): ListDraft => ({
  ...newListDraft("2026-11-27"),
  en: "Plan",
  named: new Set(["one", "two"]),
  ...more,
});
const codes = (list: ListDraft) =>
  wrongIn(list).map(({ code, path }) => `${code} ${path.join("/")}`);

describe("a list of whom to meet", () => {
  it("is of this year to begin with", () => {
    expect(newListDraft("2026-11-27")).toMatchObject({ from: "2026-01-01", to: "2026-12-31" });
  });

  it("says all that is wrong with it at once", () => {
    expect(codes(draft())).toEqual([]);
    expect(
      codes(draft({ en: " ", from: "2026-02-01", to: "2026-01-01", named: new Set() })),
    ).toEqual(["REQUIRED name", "INVALID to", "REQUIRED stakeholderIds"]);
    expect(codes(draft({ from: "", to: "" }))).toEqual(["REQUIRED from", "REQUIRED to"]);
    const many = new Set(Array.from({ length: MOST_NAMED + 1 }, (_, at) => String(at)));
    expect(codes(draft({ named: many }))).toEqual(["TOO_MANY stakeholderIds"]);
  });

  it("is the same in whatever order its offices were ticked", () => {
    const one = draft();
    expect(isAlike(one, { ...one, named: new Set(["two", "one"]) })).toBe(true);
    expect(isAlike(one, { ...one, named: new Set(["two"]) })).toBe(false);
  });

  it("keeps what she changed upon what somebody else has changed since", () => {
    const base = draft();
    const mine = { ...base, en: "My plan", named: new Set(["two", "three"]) };
    const theirs = {
      ...base,
      en: "Plan B",
      to: "2026-06-30",
      named: new Set(["one", "two", "four"]),
    };

    const now = rebase(base, theirs, mine);

    expect(now).toMatchObject({ en: "My plan", to: "2026-06-30" });
    expect([...now.named].sort()).toEqual(["four", "three", "two"]);
  });
});
