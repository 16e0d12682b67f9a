import type {
  AdvanceCommitmentInput,
  CommitmentStatus,
  Standing_CommitmentFragment,
  StepBasis,
} from "../../gql/graphql";
import { type EvidenceDraft, type EvidencePlace, evidenceOf, NO_EVIDENCE } from "./evidence";
import { firstDayFor, nextOf } from "./steps";

/** A step as she writes it. */
export interface StepDraft extends EvidenceDraft {
  basis: StepBasis;
  status: CommitmentStatus | null;
  on: string;
  note: string;
}

export type StepPlace = "status" | "on" | "note" | EvidencePlace;

/** What is wrong, as a word of `stepError`. */
export interface StepProblem {
  at: StepPlace;
  code: "STATUS_MISSING" | "DAY_MISSING" | "TO_COME" | "STEP_BEFORE";
}

type Standing = Pick<Standing_CommitmentFragment, "status" | "reportedStatus" | "steps">;

export function newStep(today: string): StepDraft {
  return {
    ...{ basis: "JUDGED", status: null, on: today, note: "" },
    ...NO_EVIDENCE,
  };
}

/** Whether she wrote something that would be lost. */
export function isBegun({ status, note, evidence }: StepDraft): boolean {
  return status !== null || note.trim() !== "" || evidence !== "NONE";
}

/** By another's word other steps are allowed: what was chosen stays only if it is one of them. */
export function byWordOf(draft: StepDraft, basis: StepBasis, standing: Standing): StepDraft {
  const isAllowed = draft.status && nextOf(standing, basis).includes(draft.status);
  return { ...draft, basis, status: isAllowed ? draft.status : null };
}

/** Found before anything is sent. */
export function problemsOf(draft: StepDraft, standing: Standing, today: string): StepProblem[] {
  const { status, on, basis } = draft;
  const first = firstDayFor(standing.steps, basis);
  return [
    ...(status ? [] : [{ at: "status" as const, code: "STATUS_MISSING" as const }]),
    ...(on === "" ? [{ at: "on" as const, code: "DAY_MISSING" as const }] : []),
    ...(on > today ? [{ at: "on" as const, code: "TO_COME" as const }] : []),
    ...(on !== "" && first && on < first
      ? [{ at: "on" as const, code: "STEP_BEFORE" as const }]
      : []),
  ];
}

/** In the words of the contract; only of a draft without problems. */
export function inputOf(
  draft: StepDraft,
  status: CommitmentStatus,
): Pick<AdvanceCommitmentInput, "basis" | "status" | "on" | "note" | "evidence"> {
  const { basis, on } = draft;
  const note = draft.note.trim();
  return {
    ...{ basis, status, on },
    ...(note ? { note: { text: note } } : {}),
    ...evidenceOf(draft),
  };
}

/** The field to which an error of the server belongs; null where it belongs to none. */
export function placeOf([first, second]: readonly string[]): StepPlace | null {
  const inEvidence = second === "documentId" ? "letter" : second;
  const name = first === "evidence" ? inEvidence : first;
  const places: StepPlace[] = [
    ...(["status", "on", "note", "title", "publisher", "address", "day", "letter"] as const),
  ];
  return places.find((place) => place === name) ?? null;
}
