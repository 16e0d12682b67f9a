import type { DocumentKind, RecordDocumentInput } from "../../gql/graphql";
import type { UserError } from "../../kit/graphql/outcome";

/** A letter as she writes it down. */
export interface LetterDraft {
  kind: DocumentKind | null;
  subject: string;
  /** The day that stands on it. */
  day: string;
  reference: string;
  /** By when a reply is due; empty where none is asked for. */
  replyDueOn: string;
}

/** The kinds that are letters. */
export const LETTERS = ["LETTER_IN", "LETTER_OUT"] as const satisfies readonly DocumentKind[];

export function newLetter(today: string): LetterDraft {
  return { kind: null, subject: "", day: today, reference: "", replyDueOn: "" };
}

/** What is wrong already before the server is asked, in its own terms. */
export function missingInLetter(draft: LetterDraft): UserError[] {
  const wrong = (field: string): UserError => ({ code: "REQUIRED", path: [field], message: "" });
  return [
    ...(draft.kind ? [] : [wrong("kind")]),
    ...(draft.subject.trim() ? [] : [wrong("subject")]),
    ...(draft.day ? [] : [wrong("day")]),
  ];
}

/** In the words of the contract; only of a draft without problems. */
export function letterInput(
  draft: LetterDraft,
  kind: DocumentKind,
  office: string,
): RecordDocumentInput {
  const reference = draft.reference.trim();
  return {
    kind,
    subject: { text: draft.subject.trim() },
    day: draft.day,
    partyIds: [office],
    ...(reference ? { referenceNumber: reference } : {}),
    ...(draft.replyDueOn ? { replyDueOn: draft.replyDueOn } : {}),
  };
}
