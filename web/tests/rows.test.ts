import { describe, expect, it } from "vitest";
import type { RowWho } from "../src/concepts/meetings/draft";
import { blankRow } from "../src/concepts/meetings/rows/blankRow";
import { maySetRight, mayTakeAway } from "../src/concepts/meetings/rows/mayRow";
import {
  type RowOfRecord,
  rowOfDecision,
  rowOfPromise,
  rowOfTask,
} from "../src/concepts/meetings/rows/rowOfRecord";
import {
  changesIn,
  problemsFrom,
  problemsOf,
  rebase,
  take,
  takingBack,
  wholeOf,
  writtenFrom,
} from "../src/concepts/meetings/rows/written";

const saima = { personId: "person_saima", memberId: "member_saima", name: { en: "Saima" } };
const rubina = { personId: "person_rubina", memberId: "member_rubina", name: { en: "Rubina" } };

const promise = (other: Partial<RowOfRecord> = {}): RowOfRecord => ({
  kind: "promise",
  id: "commitment_1",
  version: "first",
  text: { text: "A desk", language: "EN", translation: null },
  direction: "MADE_TO_CAUCUS",
  dueOn: "2025-06-10",
  owner: null,
  recordedBy: { id: "person_saima" },
  recordedFor: null,
  ...other,
});
const task = (other: Partial<RowOfRecord> = {}) =>
  promise({ kind: "task", direction: null, owner: saima, ...other });

describe("a row of the record in the sheet", () => {
  it("asks for nothing while nothing is changed, and for no more than what is", () => {
    const row = promise();
    const written = writtenFrom(row);
    expect(changesIn(row, written)).toEqual({});
    expect(changesIn(row, { ...written, text: " A desk " })).toEqual({});
    expect(changesIn(row, { ...written, text: "Two desks" })).toEqual({
      text: { text: "Two desks" },
    });
    expect(changesIn(row, { ...written, direction: "MADE_BY_CAUCUS" })).toEqual({
      direction: "MADE_BY_CAUCUS",
    });
    expect(changesIn(row, { ...written, due: "week", day: "2025-06-12" })).toEqual({
      dueOn: "2025-06-12",
    });
  });

  it("takes a day away with null, and gives a task to another by her person", () => {
    const row = task();
    const written = { ...writtenFrom(row), due: "none" as const, owner: rubina };
    expect(changesIn(row, written)).toEqual({ dueOn: null, ownerId: "person_rubina" });
  });

  it("says all of itself where it is new, and a task is hers who adds it", () => {
    const viewer = {
      person: { id: "person_saima", name: { en: "Saima", ur: null } },
      member: { id: "member_saima" },
    };
    const added = (who: RowWho) =>
      wholeOf({ ...writtenFrom(blankRow(who, viewer)), text: " A list " });

    expect(added("they")).toMatchObject({
      text: { text: "A list" },
      direction: "MADE_TO_CAUCUS",
      dueOn: null,
    });
    expect(added("we")).toMatchObject({ direction: "MADE_BY_CAUCUS" });
    expect(added("i")).toEqual({ text: { text: "A list" }, ownerId: "person_saima", dueOn: null });
    expect(added("decided")).toEqual({ text: { text: "A list" }, dueOn: null });
    expect(blankRow("i", viewer).id).toMatch(/^follow_up_action_/);
    expect(blankRow("decided", viewer).id).toMatch(/^decision_/);
  });

  it("the same day by another chip is no change", () => {
    const row = promise();
    expect(changesIn(row, { ...writtenFrom(row), due: "friday" })).toEqual({});
  });

  it("asks for words, and for the day where a date was chosen", () => {
    const written = { ...writtenFrom(promise()), text: " ", day: null };
    expect(problemsOf(written)).toEqual([
      { at: "text", code: "REQUIRED" },
      { at: "dueOn", code: "DAY_MISSING" },
    ]);
    expect(problemsOf({ ...written, text: "A desk", due: "none" })).toEqual([]);
  });

  it("puts what the server found at its field, until it is changed there", () => {
    const sent = writtenFrom(task());
    const found = (...path: string[]) => ({ code: "TOO_LONG", path, message: "" });
    const errors = [found("title", "text"), found("dueOn"), found("id")];
    expect(problemsFrom(errors, sent, sent).map(({ at }) => at)).toEqual(["text", "dueOn", ""]);
    const now = { ...sent, text: "Shorter" };
    expect(problemsFrom(errors, sent, now).map(({ at }) => at)).toEqual(["dueOn", ""]);
  });
});

describe("taking back", () => {
  it("names what was before of what was changed, and nothing else", () => {
    const row = task();
    expect(takingBack(row, { ownerId: "person_rubina" })).toEqual({ ownerId: "person_saima" });
    expect(takingBack(promise({ dueOn: null }), { dueOn: "2025-06-12" })).toEqual({ dueOn: null });
    expect(takingBack(row, { text: { text: "Two desks" } })).toEqual({
      text: { text: "A desk", language: "EN" },
    });
  });

  it("brings back a translation that held, and none that did not", () => {
    const with_ = (isStale: boolean) =>
      promise({
        text: { text: "A desk", language: "EN", translation: { text: "ایک میز", isStale } },
      });
    const done = { text: { text: "Two desks" } };
    expect(takingBack(with_(false), done).text?.translation).toBe("ایک میز");
    expect(takingBack(with_(true), done).text).not.toHaveProperty("translation");
  });
});

describe("where somebody else was faster", () => {
  const before = promise();
  const now = promise({
    version: "second",
    text: { text: "A room", language: "EN", translation: null },
    dueOn: "2025-06-20",
  });

  it("what she wrote stays hers, and the rest is theirs", () => {
    const mine = { ...writtenFrom(before), direction: "MADE_BY_CAUCUS" as const };
    const rebased = rebase(before, now, mine);
    expect(rebased.clashes).toEqual([]);
    expect(changesIn(now, rebased.written)).toEqual({ direction: "MADE_BY_CAUCUS" });
  });

  it("where both wrote it is hers and called a clash, and she may take theirs", () => {
    const mine = { ...writtenFrom(before), text: "Two desks" };
    const rebased = rebase(before, now, mine);
    expect(rebased.clashes).toEqual(["text"]);
    expect(changesIn(now, rebased.written)).toEqual({ text: { text: "Two desks" } });
    expect(changesIn(now, take("text", now, rebased.written))).toEqual({});
  });

  it("where both wrote the same there is no clash", () => {
    const mine = { ...writtenFrom(before), text: "A room" };
    expect(rebase(before, now, mine).clashes).toEqual([]);
  });
});

describe("a row of the record", () => {
  it("keeps its sort, whatever kind the record calls it by beside", () => {
    const asRead = { ...promise(), kind: "APPROVAL" } as never;
    expect(rowOfDecision(asRead).kind).toBe("decision");
    expect(rowOfPromise(asRead).kind).toBe("promise");
    expect(rowOfTask(asRead).kind).toBe("task");
  });
});

describe("what is offered at a row", () => {
  const person = (id: string) => ({ id: `person_${id}`, name: { en: id, ur: null } });
  const writer = (role: "MEMBER" | "AIDE", id: string) => ({
    role,
    person: person(id),
    member: { id: `member_${id}` },
  });
  const member = (id: string) => writer("MEMBER", id);

  it("who may mend the meeting sets right what was decided and promised", () => {
    expect(maySetRight(member("zarin"), promise(), true)).toBe(true);
    expect(maySetRight(member("saima"), promise(), false)).toBe(false);
  });

  it("who gave or owns a task sets it right, and a coordinator any", () => {
    const given = task({ recordedBy: { id: "person_rubina" } });
    expect(maySetRight(member("saima"), given, false)).toBe(true);
    expect(maySetRight(member("rubina"), given, false)).toBe(true);
    expect(maySetRight(member("zarin"), given, true)).toBe(false);
    const desk = { role: "COORDINATOR" as const, person: person("desk"), member: null };
    expect(maySetRight(desk, given, true)).toBe(true);
  });

  it("who recorded a row takes it away, and a coordinator any", () => {
    expect(mayTakeAway(member("saima"), promise())).toBe(true);
    expect(mayTakeAway(member("rubina"), task({ owner: rubina }))).toBe(false);
    expect(mayTakeAway({ role: "COORDINATOR", person: null, member: null }, promise())).toBe(true);
  });

  it("what somebody recorded for her counts as hers, and as his no longer", () => {
    const forSaima = promise({
      recordedBy: { id: "person_akbar" },
      recordedFor: { id: "member_saima" },
    });
    expect(mayTakeAway(member("saima"), forSaima)).toBe(true);
    expect(mayTakeAway(writer("AIDE", "saima"), forSaima)).toBe(true);
    expect(mayTakeAway(writer("AIDE", "rubina"), forSaima)).toBe(false);
    expect(mayTakeAway(member("akbar"), forSaima)).toBe(false);
  });

  it("nothing to who only reads, even of what bears her name", () => {
    for (const role of ["PARTNER", "ADMIN"] as const) {
      const reader = { role, person: person("saima"), member: null };
      expect(maySetRight(reader, task(), false)).toBe(false);
      expect(mayTakeAway(reader, task())).toBe(false);
    }
  });
});
