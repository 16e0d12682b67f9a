import { describe, expect, it } from "vitest";
import {
  type ActingHere,
  actingHere,
  forgetChoice,
  noteActing,
  noteChoice,
  settled,
} from "../src/concepts/access/acting";
import { deleteForOthers, leftForOthers } from "../src/concepts/access/leftForOthers";
import { noteWish, settleWish, wishHere } from "../src/concepts/access/wish";
import { handOver, meetings } from "../src/concepts/meetings/unsent/unsentMeeting";
import { areMany, stillWaiting } from "../src/concepts/records/waiting";
import { ownerOf, userOf } from "../src/kit/offline/owner";
import { canLog, isIdleAide } from "../src/kit/viewer";
import { open, PRESSED, useMachine } from "./machine";
import { draftWith } from "./sample";

useMachine();

const saima = { memberId: "member_saima", name: { en: "Saima" } };
const rubina = { memberId: "member_rubina", name: { en: "Rubina" } };
const forSaima: ActingHere = { userId: "user_akbar", ...saima, hasOwn: false };

describe("for whom an aide writes", () => {
  it("is not asked where one alone lets him, nor where he chose before", () => {
    expect(settled("user_akbar", [saima])).toBe(saima);
    expect(settled("user_akbar", [saima, rubina])).toBe(null);
    expect(settled("user_akbar", [])).toBe(null);

    noteChoice({ ...forSaima, ...rubina });

    expect(settled("user_akbar", [saima, rubina])).toBe(rubina);
    expect(settled("user_other", [saima, rubina])).toBe(null);
    expect(settled("user_akbar", [saima, { ...rubina, memberId: "member_zarin" }])).toBe(null);
    forgetChoice("user_akbar");
    expect(settled("user_akbar", [saima, rubina])).toBe(null);
  });

  it("holds in all tabs until it is ended, also where the browser keeps nothing", () => {
    noteActing(forSaima);
    expect(actingHere()).toEqual(forSaima);
    noteActing(null);
    expect(actingHere()).toBe(null);

    Object.assign(localStorage, {
      getItem: () => {
        throw new DOMException("refused", "SecurityError");
      },
      setItem: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
    noteActing(forSaima);
    expect(actingHere()).toEqual(forSaima);
    noteActing(null);
  });

  it("decides what he has: a member's pages, or none", () => {
    expect(canLog({ role: "AIDE" })).toBe(true);
    expect(isIdleAide({ role: "AIDE", actingFor: null })).toBe(true);
    expect(isIdleAide({ role: "AIDE", actingFor: "member_saima" })).toBe(false);
    expect(isIdleAide({ role: "COORDINATOR", actingFor: null })).toBe(false);
  });
});

describe("what he wrote for one", () => {
  const owner = ownerOf({ id: "user_akbar", actingFor: "member_saima" });

  it("lies where he finds it while he acts for her alone", async () => {
    await handOver(await open(owner), draftWith({ said: "for Saima" }), PRESSED);

    const another = ownerOf({ id: "user_akbar", actingFor: "member_rubina" });
    expect((await open(another)).shown().rows).toEqual([]);
    expect((await open(ownerOf({ id: "user_akbar", actingFor: null }))).shown().rows).toEqual([]);
    expect((await open(owner)).shown().rows).toHaveLength(1);
  });

  it("is told of and his to delete once she lets him no longer", async () => {
    await handOver(await open(owner), draftWith({ said: "for Saima" }), PRESSED);
    const desk = await open("user_akbar");
    await handOver(desk, draftWith({ said: "his own" }), PRESSED);
    await handOver(await open("user_akbara.member_saima"), draftWith({}), PRESSED);

    expect(await leftForOthers(desk, "user_akbar", [saima])).toEqual([]);
    const left = await leftForOthers(desk, "user_akbar", [rubina]);
    expect(left).toMatchObject([{ draft: { said: "for Saima" } }]);

    await deleteForOthers(desk, left);
    expect(await leftForOthers(desk, "user_akbar", [])).toEqual([]);
    expect(desk.shown().rows).toHaveLength(1);
  });

  it("is deleted as he wished once another is signed in, and not while he is", async () => {
    expect(userOf(owner)).toBe("user_akbar");
    const desk = await open(owner);
    await handOver(desk, draftWith({ said: "for Saima" }), PRESSED);
    const wish = { userId: owner, ids: desk.shown().rows.map(({ id }) => id), isOut: false };
    noteWish(wish);
    await settleWish([meetings], "user_akbar");
    expect(wishHere()).toBe(null);
    expect((await open(owner)).shown().rows).toHaveLength(1);

    noteWish(wish);
    noteChoice(forSaima);
    await settleWish([meetings], "user_saima");
    expect((await open(owner)).shown().rows).toEqual([]);
    expect(settled("user_akbar", [saima, rubina])).toBe(null);
  });
});

describe("what waits for her", () => {
  const one = (id: string, other: object = {}) => ({
    record: { id, confirmedAt: null, archivedOn: null, ...other },
  });

  it("is what she sees and has neither confirmed nor taken away", () => {
    const nodes = [
      one("meeting_1"),
      one("meeting_2", { confirmedAt: "2025-06-03T06:00:00Z" }),
      one("meeting_3", { archivedOn: "2025-06-03" }),
      { record: null },
    ];
    expect(stillWaiting(nodes)).toEqual([one("meeting_1")]);
  });

  it("is confirmed in one go where it is more than three", () => {
    expect(areMany([1, 2, 3])).toBe(false);
    expect(areMany([1, 2, 3, 4])).toBe(true);
  });
});
