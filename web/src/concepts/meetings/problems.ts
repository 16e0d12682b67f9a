import type { LogMeetingInput, UpdateMeetingInput } from "../../gql/graphql";
import { instantAt, today } from "../../kit/dates";
import type { UserError } from "../../kit/graphql/outcome";
import { type Draft, type DraftRow, leftInSearch } from "./draft";
import { toInput } from "./draftInput";
import { placeIn, placesThere, problemsThere } from "./there";

/** Something that she has to put right before the meeting can be in the record. */
export interface Problem {
  /**
   * The field of the form, or the id of the row or of the office that it belongs to, or what `dueAt`
   * or `placeIn` say.
   */
  at: string;
  code: string;
}

/** The parts of the request that have a field of their own. */
const FIELDS = [
  "title",
  "with",
  "attendees",
  "groups",
  "when",
  "heldIn",
  "said",
  "source",
  "topicIds",
  "concernsDistrictIds",
  "programmeIds",
  "audience",
  "wordsAudience",
] as const;

/** What was asked for, as far as errors point into it. */
type Sent = Pick<UpdateMeetingInput, (typeof FIELDS)[number]> &
  Partial<Pick<LogMeetingInput, "decisions" | "commitments" | "followUps">>;

/** The place of what stands in the search for an office. */
export const SEARCH = "search";

const DUE = "due";

// The record goes no further back.
const FIRST_DAY = "1900-01-01";
// What the server forgives a clock that runs fast.
const LEEWAY = 15 * 60_000;

/** The place of the day by which a row is to be done. */
export function dueAt(uuid: string): string {
  return placeIn(uuid, DUE);
}

/** Found before anything is sent, and so also without a network. */
export function problemsOf(draft: Draft, now: Date): Problem[] {
  const isMet = draft.offices.length > 0 || draft.search.trim() !== "";
  const when = whenProblem(draft, now);
  return [
    ...(isMet ? [] : [{ at: "with", code: "WITH_REQUIRED" }]),
    ...(leftInSearch(draft) ? [{ at: SEARCH, code: "SEARCH_LEFT" }] : []),
    ...(when ? [{ at: "when", code: when }] : []),
    ...problemsThere(draft),
    ...draft.rows.flatMap((row) => rowProblem(row) ?? []),
  ];
}

function whenProblem({ when, whenOn, zone }: Draft, now: Date): string | null {
  if (when.kind === "now") return null;
  const day = when.kind === "day" ? when.day : whenOn;
  if (!day) return "WHEN_MISSING";
  if (day < FIRST_DAY) return "OUT_OF_RANGE";
  const isToCome =
    when.kind === "day"
      ? day > today(now)
      : Date.parse(instantAt(day, when.clock, zone)) > now.getTime() + LEEWAY;
  return isToCome ? "TO_COME" : null;
}

/** A row in which she chose a day and wrote nothing is not thrown away in silence; an untouched one is. */
function rowProblem({ uuid, text, due, day }: DraftRow): Problem | null {
  if (text.trim() === "") return due === "none" ? null : { at: uuid, code: "ROW_EMPTY" };
  return due === "date" && !day ? { at: dueAt(uuid), code: "DAY_MISSING" } : null;
}

/** What the server found in a draft that was sent, as far as it has not been changed since. */
export function problemsFrom(
  errors: readonly UserError[],
  refused: LogMeetingInput,
  draft: Draft,
): Problem[] {
  return problemsIn(errors, refused, toInput(draft, draft.pressedAt ?? new Date().toISOString()));
}

/**
 * What the server found, at the fields of the form. Its paths count the request's lists; the ids in
 * them say which row is meant, whatever she adds or takes out afterwards. What she has changed since
 * is not called wrong any more.
 */
export function problemsIn(errors: readonly UserError[], refused: Sent, now: Sent): Problem[] {
  return errors
    .map(({ code, path }) => {
      const at = placeOf(path, refused);
      if (at === "when" && code === "OUT_OF_RANGE") return { at, code: "TO_COME" };
      if (at === "with" && code === "REQUIRED") return { at, code: "WITH_REQUIRED" };
      if (at.endsWith("/headcount") && code === "INVALID") return { at, code: "PARTS_EXCEED" };
      return { at, code };
    })
    .filter(({ at }) => at === "" || writtenAt(at, now) === writtenAt(at, refused));
}

function writtenAt(at: string, input: Sent): string | undefined {
  const field = FIELDS.find((name) => name === at);
  const [row = ""] = at.split("/");
  const { attendees, groups, decisions, commitments, followUps } = input;
  const rows = [input.with, attendees, groups, decisions, commitments, followUps].flatMap(
    (list): { id?: string | null | undefined }[] => list ?? [],
  );
  return JSON.stringify(field ? input[field] : rows.find(({ id }) => id?.endsWith(row)));
}

function placeOf(path: readonly string[], input: Sent): string {
  const [first = "", second, third, fourth] = path;
  const index = Number(second);
  switch (first) {
    case "attendees": {
      const entry = input.attendees?.[index];
      const field = fourth === "title" ? "title" : "name";
      return entry?.id && entry.newPerson ? placeIn(entry.id, field) : first;
    }
    case "groups": {
      const id = input.groups?.[index]?.id;
      return id ? placeIn(id, third === "label" ? "label" : "headcount") : first;
    }
    case "with":
      return input.with?.[index]?.id ?? first;
    case "decisions":
    case "commitments":
    case "followUps": {
      const uuid = uuidOf(input[first]?.[index]?.id);
      if (!uuid) return "";
      return third === "dueOn" ? dueAt(uuid) : uuid;
    }
    default:
      return FIELDS.find((name) => name === first) ?? "";
  }
}

/** What no field of the form shows, and what has thus to be said beside the button. */
export function unshown(problems: readonly Problem[], shown: readonly string[]): Problem[] {
  return problems.filter(({ at }) => !shown.includes(at));
}

/** The places at which every form of a meeting shows what is wrong. */
export function placesOn(draft: Draft): string[] {
  return [
    ...["with", SEARCH, "attendees", "when", "heldIn", "said"],
    ...draft.offices.map(({ id }) => id),
    ...placesThere(draft),
    ...draft.rows.flatMap(({ uuid }) => [uuid, dueAt(uuid)]),
  ];
}

/** The part of an id that a row keeps, whatever kind of record it becomes. */
function uuidOf(id: string | null | undefined): string | undefined {
  return id?.slice(id.lastIndexOf("_") + 1);
}
