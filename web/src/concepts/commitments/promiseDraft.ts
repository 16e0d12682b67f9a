import type { CommitmentDirection, RecordCommitmentInput } from "../../gql/graphql";
import type { UserError } from "../../kit/graphql/outcome";
import type { DraftRow } from "../meetings/draft";
import { isOurs } from "./whoOwes";

/** Who asks or promises whom, as it is asked in a small form. */
export const DIRECTIONS = [
  "MADE_TO_CAUCUS",
  "ASKED_BY_CAUCUS",
  "MADE_BY_CAUCUS",
] as const satisfies readonly CommitmentDirection[];

/** An ask or a promise as she writes it, outside a meeting. */
export interface PromiseDraft extends Pick<DraftRow, "due" | "day"> {
  direction: (typeof DIRECTIONS)[number];
  text: string;
  /** On which day it was said or asked; empty where that is the day of its letter. */
  saidOn: string;
  /** The letter in which it stands; empty where it stands in none. */
  letter: string;
}

export function newPromise(today: string, letter = ""): PromiseDraft {
  return {
    ...{ direction: "MADE_TO_CAUCUS", text: "", due: "none", day: null },
    ...{ saidOn: letter ? "" : today, letter },
  };
}

/** What is wrong already before the server is asked, in its own terms. */
export function missingInPromise(draft: PromiseDraft, today: string): UserError[] {
  const wrong = (field: string, code: string): UserError => ({ code, path: [field], message: "" });
  return [
    ...(draft.text.trim() ? [] : [wrong("text", "REQUIRED")]),
    ...(draft.due === "date" && !draft.day ? [wrong("dueOn", "REQUIRED")] : []),
    ...(draft.letter || draft.saidOn ? [] : [wrong("saidOn", "REQUIRED")]),
    ...(!draft.letter && draft.saidOn > today ? [wrong("saidOn", "TO_COME")] : []),
  ];
}

/** In the words of the contract; only of a draft without problems. */
export function promiseInput(
  draft: PromiseDraft,
  offices: readonly string[],
): Omit<RecordCommitmentInput, "id"> {
  const { direction, day, letter, saidOn } = draft;
  return {
    direction,
    text: { text: draft.text.trim() },
    ...(isOurs(direction) ? { owedToIds: [...offices] } : { owedByIds: [...offices] }),
    ...(day ? { dueOn: day } : {}),
    // A letter has its day.
    ...(letter ? { documentId: letter } : { saidOn }),
  };
}
