import { describe, expect, it } from "vitest";
import { hasContent } from "../src/concepts/meetings/draft";
import { toInput } from "../src/concepts/meetings/draftInput";
import { problemsOf } from "../src/concepts/meetings/problems";
import { type Group, newGroup, newNewcomer, placeIn } from "../src/concepts/meetings/there";
import { draftWith, pec } from "./sample";

const NOON = new Date("2025-06-03T07:00:00.000Z");
const group = (written: Partial<Group>) => ({ ...newGroup(), label: "students", ...written });
const problems = (...groups: Group[]) => problemsOf(draftWith({ groups }), NOON);
const sent = (changes: Parameters<typeof draftWith>[0]) =>
  toInput(draftWith(changes), NOON.toISOString());

describe("who else was there, as it is logged", () => {
  it("is not spoken of where nobody is written, also if one was added", () => {
    const input = sent({ newcomers: [newNewcomer()], groups: [newGroup()] });

    expect(input.attendees).toHaveLength(1);
    expect(input).not.toHaveProperty("groups");
    expect(problems(newGroup())).toEqual([]);
  });

  it("would be a loss to throw away once somebody is written", () => {
    const empty = draftWith({ offices: [], newcomers: [newNewcomer()] });
    expect(hasContent(empty)).toBe(false);
    expect(hasContent({ ...empty, newcomers: [{ ...newNewcomer(), name: "Nida" }] })).toBe(true);
    expect(hasContent({ ...empty, groups: [group({})] })).toBe(true);
  });

  it("says of which office somebody is only while that office was met", () => {
    const nida = { ...newNewcomer(), name: "ندا", officeId: pec.stakeholderId };
    const newPerson = (changes: object) =>
      sent({ newcomers: [nida], ...changes }).attendees?.at(-1);

    expect(newPerson({})?.newPerson).toEqual({
      id: nida.personId,
      name: { ur: "ندا" },
      stakeholderId: pec.stakeholderId,
    });
    expect(newPerson({ offices: [] })?.newPerson).not.toHaveProperty("stakeholderId");
  });

  it("asks for the name of who has a title, and of a group who and how many", () => {
    const clerk = { ...newNewcomer(), title: "Clerk" };
    const nameless = { ...newGroup(), women: "3" };

    expect(problemsOf(draftWith({ newcomers: [clerk] }), NOON)).toEqual([
      { at: placeIn(clerk.id, "name"), code: "REQUIRED" },
    ]);
    expect(problems(nameless)).toEqual([
      { at: placeIn(nameless.id, "label"), code: "REQUIRED" },
      { at: placeIn(nameless.id, "headcount"), code: "HEADCOUNT_MISSING" },
    ]);
  });

  it("takes numbers in the digits of either script, and nothing else for one", () => {
    const urdu = group({ headcount: "۲۰", women: "١٢" });
    const words = group({ headcount: "twenty", women: "-1" });
    const codes = problems(words).map(({ code }) => code);

    expect(sent({ groups: [urdu] }).groups?.[0]).toMatchObject({ headcount: 20, women: 12 });
    expect(codes).toEqual(["HEADCOUNT_MISSING", "COUNT_INVALID"]);
    expect(problems(group({ headcount: "0" })).map(({ code }) => code)).toEqual([
      "HEADCOUNT_MISSING",
    ]);
  });

  it("has no more women, men and others than there were", () => {
    const codes = (men: string) =>
      problems(group({ headcount: "10", women: "6", men, notStated: "1" })).map(({ code }) => code);

    expect(codes("3")).toEqual([]);
    expect(codes("4")).toEqual(["PARTS_EXCEED"]);
  });
});
