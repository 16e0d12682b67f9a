import { describe, expect, it } from "vitest";
import { newRow } from "../src/concepts/meetings/draft";
import { toInput } from "../src/concepts/meetings/draftInput";
import {
  dueAt,
  placesOn,
  problemsFrom,
  problemsOf,
  SEARCH,
  unshown,
} from "../src/concepts/meetings/problems";
import { draftWith, pec, row, TUESDAY } from "./sample";

const NOON = new Date("2025-06-03T07:00:00.000Z");
const refusal = (code: string, ...path: string[]) => ({ code, path, message: "" });

describe("what she has to put right before she saves", () => {
  it("is nothing in a meeting with an office alone", () => {
    expect(problemsOf(draftWith({}), NOON)).toEqual([]);
  });

  it("is with whom, unless it stands in the search yet", () => {
    expect(problemsOf(draftWith({ offices: [] }), NOON)).toEqual([
      { at: "with", code: "WITH_REQUIRED" },
    ]);
    expect(problemsOf(draftWith({ offices: [], search: "DC Zhob" }), NOON)).toEqual([]);
  });

  it("is text that stands in the search beside an office that she chose", () => {
    expect(problemsOf(draftWith({ search: " NAD " }), NOON)).toEqual([
      { at: SEARCH, code: "SEARCH_LEFT" },
    ]);
    expect(problemsOf(draftWith({ search: "  " }), NOON)).toEqual([]);
  });

  it("is a row with a day and no words, and not one that she left untouched", () => {
    const untouched = newRow("i");
    const half = { ...newRow("they"), due: "friday" as const, day: "2025-06-06" };

    const problems = problemsOf(draftWith({ rows: [untouched, half] }), NOON);

    expect(problems).toEqual([{ at: half.uuid, code: "ROW_EMPTY" }]);
  });

  it("is the day of a row that shall have a date and has none", () => {
    const dateless = { ...row("i", "send the list"), due: "date" as const, day: null };

    expect(problemsOf(draftWith({ rows: [dateless] }), NOON)).toEqual([
      { at: dueAt(dateless.uuid), code: "DAY_MISSING" },
    ]);
  });

  it("is a day that she has not said, or a day or a clock that is still to come", () => {
    const codes = (when: Parameters<typeof draftWith>[0]["when"] & object) =>
      problemsOf(draftWith({ when }), NOON).map(({ code }) => code);

    expect(codes({ kind: "day", day: "2025-06-04" })).toEqual(["TO_COME"]);
    expect(codes({ kind: "day", day: TUESDAY })).toEqual([]);
    expect(codes({ kind: "day", day: "" })).toEqual(["WHEN_MISSING"]);
    expect(codes({ kind: "earlier", clock: "14:00" })).toEqual(["TO_COME"]);
    expect(codes({ kind: "earlier", clock: "12:10" })).toEqual([]);
    expect(codes({ kind: "day", day: "1025-06-03" })).toEqual(["OUT_OF_RANGE"]);
  });
});

describe("what the server found", () => {
  const rows = [row("i", "one"), row("they", "two"), row("i", ""), row("i", "three")];
  const draft = draftWith({ rows, said: "long", pressedAt: NOON.toISOString() });
  const input = toInput(draft, NOON.toISOString());
  const found = (errors: ReturnType<typeof refusal>[], now = draft) =>
    problemsFrom(errors, input, now);
  const at = (...path: string[]) => found([refusal("TOO_LONG", ...path)])[0]?.at;

  it("stands at its row, by whatever list it was sent in", () => {
    expect(at("followUps", "1", "title")).toBe(rows[3]?.uuid);
    expect(at("commitments", "0", "text")).toBe(rows[1]?.uuid);
    expect(at("followUps", "7")).toBe("");
    expect(at("followUps", "1", "dueOn")).toBe(dueAt(rows[3]?.uuid ?? ""));
  });

  it("stands at its office, at its field, or else at the form", () => {
    expect(at("with", "0", "stakeholderId")).toBe(pec.id);
    expect(at("said", "text")).toBe("said");
    expect(at("requestId")).toBe("");
    expect(at()).toBe("");
  });

  it("is not called wrong any more once she has changed it", () => {
    const errors = [
      refusal("TOO_LONG", "said", "text"),
      refusal("TOO_LONG", "followUps", "1", "title"),
      refusal("FORBIDDEN"),
    ];
    const shorter = { ...draft, said: "short", rows: [...rows.slice(0, 3), row("i", "new")] };

    expect(found(errors).map(({ code }) => code)).toEqual(["TOO_LONG", "TOO_LONG", "FORBIDDEN"]);
    expect(found(errors, shorter).map(({ code }) => code)).toEqual(["FORBIDDEN"]);
    expect(found([refusal("OUT_OF_RANGE", "when")], { ...draft, pressedAt: null })).toEqual([]);
  });

  it("is said beside the button where no field of the form shows it", () => {
    const problems = found([
      refusal("INVALID", "programmeIds", "0"),
      refusal("INVALID", "source"),
      refusal("TOO_MANY", "with"),
      refusal("TOO_MANY", "groups"),
      refusal("TOO_LONG", "said", "text"),
      refusal("TOO_LONG", "followUps", "1", "title"),
      refusal("INVALID_TRANSITION"),
    ]);

    const at = unshown(problems, placesOn(draft)).map((problem) => problem.at);

    expect(at).toEqual(["programmeIds", "source", "groups", ""]);
  });

  it("is told in the words of the field where those say more", () => {
    const problems = found([refusal("OUT_OF_RANGE", "when"), refusal("REQUIRED", "with")]);

    expect(problems.map(({ code }) => code)).toEqual(["TO_COME", "WITH_REQUIRED"]);
  });
});
