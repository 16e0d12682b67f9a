import type {
  DocumentKind,
  LetterToMend_DocumentFragment,
  RecordDocumentInput,
  UpdateDocumentInput,
} from "../../gql/graphql";
import type { UserError } from "../../kit/graphql/outcome";
import type { Named } from "../../kit/ui/PickNamed";

/** A letter as she writes it down. */
export interface LetterDraft {
  kind: DocumentKind | null;
  /** From whom it came, or to whom it went. */
  offices: readonly Named[];
  subject: string;
  /** The day that stands on it. */
  day: string;
  /** The number that its sender gave it. */
  reference: string;
  /** The number under which it was entered where it came in. */
  diary: string;
  /** By when a reply is due; empty where none is asked for. */
  replyDueOn: string;
}

/** The kinds that are letters. */
export const LETTERS = ["LETTER_IN", "LETTER_OUT"] as const satisfies readonly DocumentKind[];

export function isLetter(kind: DocumentKind | null): boolean {
  return LETTERS.some((letter) => letter === kind);
}

export function newLetter(today: string, offices: readonly Named[]): LetterDraft {
  return { kind: null, offices, subject: "", day: today, reference: "", diary: "", replyDueOn: "" };
}

/** What the record has of a letter, as it is set right. */
export function letterAsItIs(of: LetterToMend_DocumentFragment): LetterDraft {
  return {
    kind: of.kind,
    offices: of.parties,
    subject: of.subject.text,
    day: of.day,
    reference: of.referenceNumber ?? "",
    diary: of.diaryNumber ?? "",
    replyDueOn: of.replyDueOn ?? "",
  };
}

/** Its answer: the other way, between the same, on the same. */
export function answerTo(of: LetterToMend_DocumentFragment, today: string): LetterDraft {
  return {
    ...newLetter(today, of.parties),
    kind: of.kind === "LETTER_IN" ? "LETTER_OUT" : "LETTER_IN",
    subject: of.subject.text,
  };
}

/** What is wrong already before the server is asked, in its own terms. */
export function missingInLetter(draft: LetterDraft): UserError[] {
  const wrong = (field: string): UserError => ({ code: "REQUIRED", path: [field], message: "" });
  const isWithout = isLetter(draft.kind ?? "LETTER_IN") && draft.offices.length === 0;
  return [
    ...(draft.kind ? [] : [wrong("kind")]),
    ...(isWithout ? [wrong("partyIds")] : []),
    ...(draft.subject.trim() ? [] : [wrong("subject")]),
    ...(draft.day ? [] : [wrong("day")]),
  ];
}

/** In the words of the contract; only of a draft without problems. */
export function letterInput(
  draft: LetterDraft,
  kind: DocumentKind,
  answersId?: string,
): RecordDocumentInput {
  const [reference, diary] = [draft.reference.trim(), draft.diary.trim()];
  return {
    kind,
    subject: { text: draft.subject.trim() },
    day: draft.day,
    partyIds: draft.offices.map(({ id }) => id),
    ...(reference ? { referenceNumber: reference } : {}),
    ...(diary ? { diaryNumber: diary } : {}),
    ...(draft.replyDueOn ? { replyDueOn: draft.replyDueOn } : {}),
    ...(answersId ? { answersId } : {}),
  };
}

type Change = Omit<UpdateDocumentInput, "requestId" | "id" | "expectedVersion">;

/** What she changed, in the words of the contract; only of a draft without problems. */
export function changesInLetter(before: LetterDraft, after: LetterDraft): Change {
  const subject = after.subject.trim();
  const [reference, diary] = [after.reference.trim(), after.diary.trim()];
  const ids = ({ offices }: LetterDraft) => offices.map(({ id }) => id);
  return {
    ...(after.kind === before.kind ? {} : { kind: after.kind }),
    ...(String(ids(after)) === String(ids(before)) ? {} : { partyIds: ids(after) }),
    ...(subject === before.subject ? {} : { subject: { text: subject } }),
    ...(after.day === before.day ? {} : { day: after.day }),
    ...(reference === before.reference ? {} : { referenceNumber: reference || null }),
    ...(diary === before.diary ? {} : { diaryNumber: diary || null }),
    ...(after.replyDueOn === before.replyDueOn ? {} : { replyDueOn: after.replyDueOn || null }),
  };
}
