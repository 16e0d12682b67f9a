import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { safeAddress, withScheme } from "../src/concepts/commitments/address";
import {
  byWordOf,
  inputOf,
  isBegun,
  newStep,
  placeOf,
  problemsOf,
  type StepDraft,
} from "../src/concepts/commitments/stepDraft";
import { firstDayFor, isOpen, nextOf, OPEN, stepTaken } from "../src/concepts/commitments/steps";
import type { CommitmentStatus } from "../src/gql/graphql";

const TODAY = "2025-06-10";
const RULES = readFileSync(
  new URL("../../src/concepts/commitments/rules.rs", import.meta.url),
  "utf8",
);

const statusOf = (name: string) =>
  name
    .trim()
    .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
    .toUpperCase() as CommitmentStatus;
const listOf = (names: string) => names.split(",").map(statusOf).filter(Boolean);

/** The table of the server, read from its own text. */
const TABLE = [
  ...(RULES.match(/const STEPS[^=]*=([\s\S]*?)\n\];/)?.[1] ?? "").matchAll(
    /\(\s*([A-Z]\w+),\s*&\[([^\]&]*)\]\s*,?\s*\)/g,
  ),
].map(([, from = "", to = ""]) => [statusOf(from), listOf(to)] as const);

const step = (over: object = {}) => ({
  ...{ id: "part_1", basis: "JUDGED" as const, status: "PROMISED" as const, on: "2025-06-03" },
  ...{ recordedAt: "", recordedBy: null, recordedFor: null, note: null, noteAbsence: null },
  ...{ evidence: null, meeting: null, ...over },
});
const standing = (status: CommitmentStatus | null, steps: ReturnType<typeof step>[] = []) => ({
  status,
  reportedStatus: null,
  steps,
});

describe("to where a promise can come", () => {
  it("as we judge is what the record's own table says", () => {
    expect(TABLE).toHaveLength(8);
    for (const [from, to] of TABLE) expect(nextOf(standing(from), "JUDGED")).toEqual(to);
  });

  it("as they say is anything but what they said before", () => {
    const next = nextOf({ ...standing("PROMISED"), reportedStatus: "FULFILLED" }, "REPORTED");

    expect(next).toHaveLength(7);
    expect(next).not.toContain("FULFILLED");
  });

  it("is nothing where our judgement is not for her", () => {
    expect(nextOf(standing(null), "JUDGED")).toEqual([]);
  });

  it("is waited for by the new holder only while it is open, and where that is for her to know", () => {
    const open = TABLE.map(([status]) => status).filter((status) => isOpen(status));

    expect(open.toSorted()).toEqual(OPEN.toSorted());
    expect(isOpen(null)).toBe(false);
  });

  it("goes on for all that is open, as the record has it", () => {
    const open = listOf(RULES.match(/pub const OPEN[^=]*= \[([^\]]*)\]/)?.[1] ?? "");

    expect(OPEN).toEqual(open);
    for (const status of OPEN) expect(nextOf(standing(status), "JUDGED")).not.toEqual([]);
  });
});

describe("a step", () => {
  const draft = (over: Partial<StepDraft> = {}): StepDraft => ({
    ...newStep(TODAY),
    status: "FULFILLED",
    ...over,
  });

  it("begins today, as we judge, with nothing chosen", () => {
    expect(newStep(TODAY)).toMatchObject({ basis: "JUDGED", on: TODAY, status: null });
  });

  it("is begun with the first thing that would be lost", () => {
    expect(isBegun(newStep(TODAY))).toBe(false);
    expect(isBegun({ ...newStep(TODAY), on: "2025-06-01", basis: "REPORTED" })).toBe(false);
    for (const part of [{ status: "PROMISED" }, { note: "why" }, { evidence: "TOLD" }] as const) {
      expect(isBegun({ ...newStep(TODAY), ...part })).toBe(true);
    }
  });

  it("needs to be told to where it has come", () => {
    const problems = problemsOf(newStep(TODAY), standing("PROMISED"), TODAY);

    expect(problems).toEqual([{ at: "status", code: "STATUS_MISSING" }]);
  });

  it("lies on a day that has come, and not before the one that it follows", () => {
    const at = (on: string) =>
      problemsOf(draft({ on }), standing("PROMISED", [step()]), TODAY).map(({ code }) => code);

    expect(at("")).toEqual(["DAY_MISSING"]);
    expect(at("2025-06-11")).toEqual(["TO_COME"]);
    expect(at("2025-06-02")).toEqual(["STEP_BEFORE"]);
    expect(at("2025-06-03")).toEqual([]);
  });

  it("follows only those by the same word", () => {
    const steps = [step({ on: "2025-06-05", basis: "REPORTED" }), step()];

    expect(firstDayFor(steps, "JUDGED")).toBe("2025-06-03");
    expect(firstDayFor([], "JUDGED")).toBe(null);
  });

  it("keeps what was chosen by another's word only where that may be", () => {
    const to = (status: CommitmentStatus) =>
      byWordOf(draft({ basis: "REPORTED", status }), "JUDGED", standing("PROMISED")).status;

    expect(to("FULFILLED")).toBe("FULFILLED");
    expect(to("UNDER_REVIEW")).toBe(null);
  });

  it("is sent with what was written, and with no evidence where she names none", () => {
    const written = draft({ note: " we saw the desk ", title: "left over" });

    expect(inputOf(written, "FULFILLED")).toEqual({
      ...{ basis: "JUDGED", status: "FULFILLED", on: TODAY },
      note: { text: "we saw the desk" },
    });
  });

  it("is sent with its evidence, an address as people copy it included", () => {
    const written = draft({ evidence: "PRESS", title: "Desk opens", address: "dawn.com/1" });

    expect(inputOf(written, "FULFILLED").evidence).toEqual({
      ...{ kind: "PRESS", title: "Desk opens", address: "https://dawn.com/1" },
    });
  });

  it("is known by a letter that is noted here, which says the rest itself", () => {
    const written = draft({ evidence: "DOCUMENT", letter: "document_1", title: "left over" });

    expect(inputOf(written, "FULFILLED").evidence).toEqual({
      ...{ kind: "DOCUMENT", documentId: "document_1" },
    });
    expect(inputOf({ ...written, evidence: "PRESS" }, "FULFILLED").evidence).toEqual({
      ...{ kind: "PRESS", title: "left over" },
    });
  });

  it("without a title has none, whatever was written before", () => {
    const written = draft({ evidence: "TOLD", title: "left over" });

    expect(inputOf(written, "FULFILLED").evidence).toEqual({ kind: "TOLD" });
  });

  it("has the errors of the record at its fields", () => {
    expect(placeOf(["evidence", "address"])).toBe("address");
    expect(placeOf(["evidence", "documentId"])).toBe("letter");
    expect(placeOf(["on"])).toBe("on");
    expect(placeOf(["expectedVersion"])).toBe(null);
  });
});

describe("the step that is taken back", () => {
  const taken = { basis: "JUDGED" as const, status: "FULFILLED" as const, on: TODAY };

  it("is the one that she has just taken, also where another came after it", () => {
    const mine = step({ id: "part_2", ...taken });
    const other = step({ id: "part_3", status: "EXPIRED", on: TODAY });

    expect(stepTaken([step()], [step(), mine, other], taken)?.id).toBe("part_2");
  });

  it("is none that was there before", () => {
    const same = step({ ...taken });

    expect(stepTaken([same], [same], taken)).toBe(undefined);
  });
});

describe("the address of a document", () => {
  it("is opened only where it is one of the web", () => {
    expect(safeAddress("https://dawn.com/1")).toBe("https://dawn.com/1");
    for (const bad of ["javascript:alert(1)", "data:text/html,x", "dawn.com", "", null]) {
      expect(safeAddress(bad)).toBe(null);
    }
  });

  it("gets the beginning that people leave out, and keeps the one that it has", () => {
    expect(withScheme(" dawn.com/1 ")).toBe("https://dawn.com/1");
    expect(withScheme("http://dawn.com")).toBe("http://dawn.com");
    expect(withScheme("")).toBe("");
  });
});
