import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changesIn, sidesOf } from "../src/concepts/commitments/details";
import { mayAdvance } from "../src/concepts/commitments/mayAdvance";
import { addressOf, filterOf, narrowingOf, viewsFor } from "../src/concepts/commitments/views";
import { isAsk, isOurs, whoOwes } from "../src/concepts/commitments/whoOwes";
import type { CommitmentDirection } from "../src/gql/graphql";
import { madeOld } from "../src/kit/graphql/madeOld";

const EN: Record<string, string> = JSON.parse(
  readFileSync(new URL("../src/locales/en/messages.json", import.meta.url), "utf8"),
);
const OFFICE = "stakeholder_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60";
const DIRECTIONS: CommitmentDirection[] = [
  ...(["ASKED_BY_CAUCUS", "ASKED_OF_CAUCUS", "MADE_TO_CAUCUS"] as const),
  ...(["MADE_BY_CAUCUS", "MUTUAL", "BETWEEN_OTHERS"] as const),
];

describe("who owes whom", () => {
  const said = (
    direction: CommitmentDirection,
    owedBy: string[],
    owedTo: string[],
    at?: string,
  ) => {
    const named = (names: string[]) => names.map((id) => ({ id }));
    const sides = { direction, owedBy: named(owedBy), owedTo: named(owedTo) };
    const { word, offices, others } = whoOwes(sides, at);
    const text = EN[word] ?? word;
    const names = (of: readonly { id: string }[]) => of.map(({ id }) => id).join();
    return text.replace("{offices}", names(offices)).replace("{others}", names(others));
  };

  it("is said with the offices that owe it, or to which it is owed", () => {
    expect(said("ASKED_BY_CAUCUS", ["NADRA"], [])).toBe("We asked NADRA");
    expect(said("ASKED_OF_CAUCUS", [], ["NADRA"])).toBe("NADRA asked us");
    expect(said("MADE_TO_CAUCUS", ["NADRA"], [])).toBe("NADRA promised us");
    expect(said("MADE_BY_CAUCUS", [], ["NADRA"])).toBe("We promised NADRA");
    expect(said("MUTUAL", ["NADRA"], [])).toBe("We and NADRA promised each other");
    expect(said("BETWEEN_OTHERS", ["PEC"], ["NADRA"])).toBe("PEC promised NADRA");
  });

  it("is said without them where they may not be seen", () => {
    expect(said("MADE_TO_CAUCUS", [], [])).toBe("They promised");
    expect(said("BETWEEN_OTHERS", ["PEC"], [])).toBe("Promised between others");
  });

  it("says “they” on the card of the office, unless others stand beside it", () => {
    expect(said("MADE_TO_CAUCUS", ["NADRA"], [], "NADRA")).toBe("They promised");
    expect(said("MADE_TO_CAUCUS", ["NADRA", "PEC"], [], "NADRA")).toBe("NADRA,PEC promised us");
    expect(said("BETWEEN_OTHERS", ["PEC"], ["NADRA"], "PEC")).toBe("PEC promised NADRA");
  });

  it("tells what is asked from what is promised, and ours from theirs", () => {
    expect(DIRECTIONS.filter(isAsk)).toEqual(["ASKED_BY_CAUCUS", "ASKED_OF_CAUCUS"]);
    expect(DIRECTIONS.filter(isOurs)).toEqual(["ASKED_OF_CAUCUS", "MADE_BY_CAUCUS"]);
  });
});

describe("the list of promises", () => {
  const filter = (address: string, judged = true) =>
    filterOf(narrowingOf(new URLSearchParams(address), judged), judged);

  it("is not narrowed by an empty address, or by what means nothing", () => {
    expect(filter("")).toEqual({});
    expect(filter("show=NONE&kind=NONE&office=zzz")).toEqual({});
  });

  it("is narrowed by all that the address says at once", () => {
    expect(filter(`show=unanswered&kind=FUND&office=${OFFICE}`)).toEqual({
      isUnanswered: true,
      kinds: ["FUND"],
      stakeholderIds: [OFFICE],
    });
    expect(filter("show=toJudge")).toEqual({ awaitsJudgement: true });
  });

  it("does not count among what we owe what is done", () => {
    expect(filter("show=ours").statuses).not.toContain("FULFILLED");
  });

  it("asks nothing by our judgement for who does not read it", () => {
    for (const view of viewsFor(true)) {
      const asked = filter(`show=${view}`, false);
      const { statuses, isUnanswered, awaitsJudgement } = asked;
      expect([statuses, isUnanswered, awaitsJudgement]).toEqual([undefined, undefined, undefined]);
    }
  });

  it("stands in the address as it was read from there", () => {
    const address = { show: "theirs", kind: "FUND", office: OFFICE };

    expect(addressOf(narrowingOf(new URLSearchParams(address), true))).toEqual(address);
    expect(addressOf(narrowingOf(new URLSearchParams(), true))).toEqual({});
  });

  it("is old once a step is taken, taken back or refused, and where a meeting brings more", () => {
    for (const write of ["advanceCommitment", "undoCommitmentStep", "updateCommitment"]) {
      expect(madeOld({ [write]: { commitment: {}, userErrors: [] } }).fields).toContain(
        "commitments",
      );
    }
    const refused = { commitment: null, userErrors: [{ code: "INVALID_TRANSITION" }] };
    expect(madeOld({ advanceCommitment: refused }).onPage).toContain("commitment");
    expect(madeOld({ logMeeting: { userErrors: [] } }).fields).toContain("commitments");
    // The sums follow which promises there are, and whom they are narrowed to.
    expect(madeOld({ updateCommitment: { userErrors: [] } }).fields).toContain("ledger");
    expect(madeOld({ logMeeting: { userErrors: [] } }).fields).toContain("ledger");
  });
});

describe("how far a promise has come", () => {
  type Viewer = Parameters<typeof mayAdvance>[0];
  const viewer = (role: Viewer["role"], id: string | null = "person_saima") =>
    ({ role, person: id && { id, name: { en: id, ur: null } } }) as Viewer;
  const may = (of: Viewer, over: object = {}) =>
    mayAdvance(of, {
      ...{ id: "commitment_1", archivedOn: null, recordedBy: null, meeting: null, ...over },
    } as Parameters<typeof mayAdvance>[1]);
  const meeting = (attendance: string) => ({
    ...{ id: "meeting_1", archivedOn: null, recordedBy: null },
    attendees: [{ id: "part_1", attendance, person: { id: "person_saima" } }],
  });

  it("a coordinator says, and a member who recorded it or was at its meeting", () => {
    expect(may(viewer("COORDINATOR"))).toBe(true);
    expect(may(viewer("MEMBER"))).toBe(false);
    expect(may(viewer("MEMBER"), { recordedBy: { id: "person_saima" } })).toBe(true);
    expect(may(viewer("MEMBER"), { meeting: meeting("ATTENDED") })).toBe(true);
    expect(may(viewer("MEMBER"), { meeting: meeting("APOLOGIES") })).toBe(false);
  });

  it("nobody says who only reads, or of what was taken out of the lists", () => {
    const hers = { recordedBy: { id: "person_saima" }, meeting: meeting("ATTENDED") };
    expect(may(viewer("PARTNER"), hers)).toBe(false);
    expect(may(viewer("ADMIN"), hers)).toBe(false);
    expect(may(viewer("COORDINATOR"), { archivedOn: "2025-06-03" })).toBe(false);
  });
});

describe("what else is said of a promise", () => {
  const office = (id: string) => ({ id, name: { en: id } });
  const read = { kind: null, saidBy: null, owedBy: [office("NADRA")], owedTo: [] };

  it("is sent only where it was changed", () => {
    expect(changesIn(read, { ...read })).toEqual({});
    expect(changesIn(read, { ...read, kind: "FUND" })).toEqual({ kind: "FUND" });
    expect(changesIn({ ...read, kind: "FUND" }, read)).toEqual({ kind: null });
    const saidBy = { id: "person_1", name: { en: "Gul" } };
    expect(changesIn(read, { ...read, saidBy })).toEqual({ saidById: "person_1" });
    expect(changesIn({ ...read, saidBy }, read)).toEqual({ saidById: null });
    const more = { ...read, owedBy: [...read.owedBy, office("PEC")] };
    expect(changesIn(read, more)).toEqual({ owedByIds: ["NADRA", "PEC"] });
  });

  it("names offices only where the caucus itself does not stand", () => {
    for (const direction of DIRECTIONS) {
      const sides = sidesOf(direction);
      expect(sides.includes(isOurs(direction) ? "owedBy" : "owedTo")).toBe(
        direction === "BETWEEN_OTHERS",
      );
    }
  });
});
