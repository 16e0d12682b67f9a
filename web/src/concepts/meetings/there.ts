import type { AttendeeGroupInput, AttendeeInput, HeadcountBasis } from "../../gql/graphql";
import { newId } from "../../kit/ids";
import type { BothNames } from "../../kit/ui/Name";

/** Somebody met who is not in the record yet, as she writes her down. Both ids are made with her. */
export interface Newcomer {
  /** The id of her attendance at this meeting. */
  id: string;
  personId: string;
  name: string;
  /** What she is at her office. */
  title: string;
  /** Her office; `null` means the first that was met. */
  officeId: string | null;
}

/** People without names, each count as it is typed: empty where nobody counted. */
export interface Group extends Record<Count, string> {
  id: string;
  label: string;
  /** As recorded; the form does not ask it. */
  basis: HeadcountBasis | null;
}

export const PARTS = ["women", "men", "notStated"] as const;
export const COUNTS = ["headcount", ...PARTS] as const;
type Count = (typeof COUNTS)[number];

interface Met {
  stakeholderId: string | null;
}

/** Who was there besides the members, as far as it is written anew. */
export interface There {
  newcomers?: Newcomer[];
  groups?: Group[];
}

export function newNewcomer(): Newcomer {
  return { id: newId("part"), personId: newId("person"), name: "", title: "", officeId: null };
}

export function newGroup(): Group {
  const none = { headcount: "", women: "", men: "", notStated: "" };
  return { id: newId("part"), label: "", basis: null, ...none };
}

/** Those of whom something is written: one that was only added is not missed. */
export function newcomersOf({ newcomers = [] }: There): Newcomer[] {
  return newcomers.filter(({ name, title }) => name.trim() || title.trim());
}

const isText = (text: string) => text.trim() !== "";

export function groupsOf({ groups = [] }: There): Group[] {
  return groups.filter((group) =>
    [group.label, ...COUNTS.map((count) => group[count])].some(isText),
  );
}

/** The newcomers as they are sent; of which office one is stands there only while it was met. */
export function toAttendees(draft: There & { offices: readonly Met[] }): AttendeeInput[] {
  const isMet = (office: string | null) =>
    office !== null && draft.offices.some(({ stakeholderId }) => stakeholderId === office);
  return newcomersOf(draft).map(({ id, personId, name, title, officeId }) => ({
    id,
    newPerson: {
      id: personId,
      name: named(name),
      ...(title.trim() ? { title: named(title) } : {}),
      ...(isMet(officeId) ? { stakeholderId: officeId } : {}),
    },
  }));
}

export function toGroup(group: Group): AttendeeGroupInput {
  const parts = PARTS.flatMap((part) => {
    const count = countOf(group[part]);
    return count === null ? [] : [[part, count]];
  });
  return {
    id: group.id,
    label: group.label.trim(),
    headcount: countOf(group.headcount) ?? 0,
    ...Object.fromEntries(parts),
    ...(group.basis ? { basis: group.basis } : {}),
  };
}

/** A name as the record keeps it, by the script in which it is written. */
function named(text: string): BothNames {
  const name = text.trim();
  return /[\u0600-\u06ff]/.test(name) ? { ur: name } : { en: name };
}

/** Where something about a newcomer or a group is wrong. */
export function placeIn(id: string, field: string): string {
  return `${id}/${field}`;
}

/** All places at which something about them can be wrong. */
export function placesThere({ newcomers = [], groups = [] }: There): string[] {
  return [
    ...newcomers.flatMap(({ id }) => ["name", "title"].map((field) => placeIn(id, field))),
    ...groups.flatMap(({ id }) => ["label", ...COUNTS].map((field) => placeIn(id, field))),
  ];
}

/** What is wrong in it already before the server is asked. */
export function problemsThere(there: There): { at: string; code: string }[] {
  const nameless = newcomersOf(there).filter(({ name }) => !name.trim());
  return [
    ...nameless.map(({ id }) => ({ at: placeIn(id, "name"), code: "REQUIRED" })),
    ...groupsOf(there).flatMap(problemsOfGroup),
  ];
}

function problemsOfGroup(group: Group): { at: string; code: string }[] {
  const at = (field: string) => placeIn(group.id, field);
  const [all, ...parts] = [group.headcount, ...PARTS.map((part) => group[part])].map(countOf);
  const wrong = PARTS.filter((_, index) => Number.isNaN(parts[index]));
  const together = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const isKnown = Boolean(all);
  return [
    ...(group.label.trim() ? [] : [{ at: at("label"), code: "REQUIRED" }]),
    ...(isKnown ? [] : [{ at: at("headcount"), code: "HEADCOUNT_MISSING" }]),
    ...wrong.map((part) => ({ at: at(part), code: "COUNT_INVALID" })),
    ...(isKnown && together > (all ?? 0) ? [{ at: at("headcount"), code: "PARTS_EXCEED" }] : []),
  ];
}

/** The number that is typed, in the digits of either script; null for none, NaN for what is none. */
function countOf(text: string): number | null {
  // Persian and Arabic digits end, as characters, in the digit that they are.
  const digits = text
    .trim()
    .replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  if (!digits) return null;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
}
