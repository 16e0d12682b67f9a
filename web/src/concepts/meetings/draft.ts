import type { Audience, CommitmentDirection, MeetingMode, ToldChannel } from "../../gql/graphql";
import { clockAt, today } from "../../kit/dates";
import { newId, uuidV7 } from "../../kit/ids";
import type { BothNames } from "../../kit/ui/Name";
import { groupsOf, newcomersOf, type There } from "./there";

/** With whom: an office of the record, or a text until a coordinator finds the office. */
export interface DraftOffice {
  id: string;
  stakeholderId: string | null;
  name: BothNames;
  districtId: string | null;
}

export interface DraftMember {
  /** The id of her attendance at this meeting. */
  id: string;
  memberId: string;
  name: BothNames;
}

export type DraftWhen =
  | { kind: "now" }
  | { kind: "earlier"; clock: string }
  /** An empty text until she has said which. */
  | { kind: "day"; day: string };

/** What came of a meeting, by who does it; what was decided is done by nobody in particular. */
export const ROW_KINDS = ["they", "asked", "we", "i", "decided"] as const;
export type RowWho = (typeof ROW_KINDS)[number];

/** Who promises, or asks, in a row of that kind. */
export const DIRECTION_OF = {
  they: "MADE_TO_CAUCUS",
  asked: "ASKED_BY_CAUCUS",
  we: "MADE_BY_CAUCUS",
} as const satisfies Partial<Record<RowWho, CommitmentDirection>>;
export type DueChoice = "none" | "today" | "friday" | "week" | "monthEnd" | "date";

export interface DraftRow {
  /** Only the UUID: what kind of record it becomes is hers to change until she saves. */
  uuid: string;
  who: RowWho;
  text: string;
  due: DueChoice;
  day: string | null;
}

export interface DraftTold {
  memberId: string;
  personId: string;
  name: BothNames;
  channel: ToldChannel;
}

/**
 * What is written on the form "after the meeting". All ids are made once, with the form, so that
 * however often it is sent, it is one meeting.
 */
export interface Draft extends There {
  requestId: string;
  meetingId: string;
  offices: DraftOffice[];
  /** What stands in the search for an office; saved so and alone, it is with whom she met. */
  search: string;
  members: DraftMember[];
  when: DraftWhen;
  /** The day on which she said when: what "now" and "earlier" are of. Empty while she writes it. */
  whenOn: string;
  /** The zone of the clock and the day, where it is not the caucus's. */
  zone?: string;
  mode: MeetingMode;
  /** `null` means the district of the first office; an empty text means none. */
  districtId: string | null;
  said: string;
  wordsAudience: Audience;
  rows: DraftRow[];
  told: DraftTold | null;
  /** Only a coordinator says so; without any the server takes those of the line of work. */
  programmes?: { id: string; name: BothNames }[];
  /** When she first pressed "save": what "now" means, however late it arrives. */
  pressedAt: string | null;
}

export function newDraft(me: Omit<DraftMember, "id"> | null): Draft {
  return {
    requestId: uuidV7(),
    meetingId: newId("meeting"),
    offices: [],
    search: "",
    members: me ? [newMember(me)] : [],
    when: { kind: "now" },
    whenOn: today(),
    mode: "IN_PERSON",
    districtId: null,
    said: "",
    wordsAudience: "PRESENT",
    rows: [],
    told: null,
    pressedAt: null,
  };
}

export function newMember(member: Omit<DraftMember, "id">): DraftMember {
  return { id: newId("part"), ...member };
}

export function newOffice(office: Omit<DraftOffice, "id">): DraftOffice {
  return { id: newId("part"), ...office };
}

/** An office by the name that she typed, where the record has none of that name yet. */
export function officeByText(text: string): DraftOffice {
  return newOffice({ stakeholderId: null, name: { en: text }, districtId: null });
}

export function newRow(who: RowWho): DraftRow {
  return { uuid: uuidV7(), who, text: "", due: "none", day: null };
}

/** The day it is about; empty while she has not said which. */
export function dayOf({ when, whenOn }: Draft): string {
  return when.kind === "day" ? when.day : whenOn;
}

/** The day it is about, where she said so on another day than this one and may no longer think of it. */
export function otherDay(draft: Draft, day: string): string | null {
  const isOfThisDay = draft.whenOn === day || dayOf(draft) === day || isUntouched(draft);
  return isOfThisDay ? null : dayOf(draft) || null;
}

/** When it was, as it has to be shown on this day: the "now" of another day is that day. */
export function shownWhen(draft: Draft, day: string): DraftWhen {
  const other = otherDay(draft, day);
  return other && draft.when.kind === "now" ? { kind: "day", day: other } : draft.when;
}

// When most meetings are held.
const USUAL_HOUR = "10:00";

/** The hour with which "earlier today" begins: the usual one, or before it the last that has passed. */
export function hourPassed(now: Date): string {
  const hour = `${clockAt(now.toISOString()).slice(0, 2)}:00`;
  return hour < USUAL_HOUR ? hour : USUAL_HOUR;
}

/** The same meeting on another day. A clock that she gave stays hers; "now" it cannot be. */
export function ofDay(draft: Draft, day: string): Draft {
  const when: DraftWhen = draft.when.kind === "earlier" ? draft.when : { kind: "day", day };
  return { ...draft, when, whenOn: day };
}

/** A form that lay open and empty begins on the day on which its first words are written. */
export function begunOn(day: string, before: Draft, changed: Draft): Draft {
  const begins = isUntouched(before) && changed.when.kind === "now";
  return begins ? { ...changed, whenOn: day } : changed;
}

function isUntouched(draft: Draft): boolean {
  return draft.when.kind === "now" && !hasContent(draft);
}

/** Whether there is anything in it that it would be a loss to throw away. */
export function hasContent(draft: Draft): boolean {
  return (
    draft.offices.length > 0 ||
    draft.search.trim() !== "" ||
    draft.said.trim() !== "" ||
    newcomersOf(draft).length > 0 ||
    groupsOf(draft).length > 0 ||
    draft.rows.some((row) => row.text.trim() !== "")
  );
}

/**
 * What was left in the search makes an office of its own, by its name as it is written. It is made
 * once and kept, as another one is another request, and the meeting would have the office twice.
 */
export function officesToSave<Written extends Draft>(draft: Written): Written {
  const text = draft.search.trim();
  return text ? { ...draft, search: "", offices: [...draft.offices, officeByText(text)] } : draft;
}

/** What stands in the search beside an office that she chose: whether it is one more, she has to say. */
export function leftInSearch({ offices, search }: Draft): string {
  return offices.length > 0 ? search.trim() : "";
}

/** Where it was: the district she chose, else that of the first office. */
export function districtOf(draft: Draft): string {
  return draft.districtId ?? draft.offices.find((office) => office.districtId)?.districtId ?? "";
}

/**
 * By whom the coordinator was told. Then it is that member who met someone: she takes the place
 * among "who of us" of whoever was told from before.
 */
export function toldBy(draft: Draft, told: DraftTold | null): Draft {
  const others = draft.members.filter(
    ({ memberId }) => memberId !== draft.told?.memberId && memberId !== told?.memberId,
  );
  const teller = told ? [newMember({ memberId: told.memberId, name: told.name })] : [];
  return { ...draft, told, members: [...teller, ...others] };
}
