import type { ReconfirmCommitmentInput } from "../../gql/graphql";
import type { UserError } from "../../kit/graphql/outcome";
import { type EvidenceDraft, evidenceOf, NO_EVIDENCE } from "./evidence";

/** That the new holder stands by a promise, as she writes it. */
export interface ReconfirmDraft extends EvidenceDraft {
  on: string;
  note: string;
}

export function newReconfirmation(today: string): ReconfirmDraft {
  return { on: today, note: "", ...NO_EVIDENCE };
}

/** What is wrong already before the server is asked, in its own terms. */
export function missingInReconfirmation(
  draft: ReconfirmDraft,
  since: string,
  today: string,
): UserError[] {
  const wrong = (code: string): UserError => ({ code, path: ["on"], message: "" });
  if (draft.on === "") return [wrong("REQUIRED")];
  if (draft.on > today) return [wrong("TO_COME")];
  return draft.on < since ? [wrong("BEFORE_HOLDER")] : [];
}

/** In the words of the contract; only of a draft without problems. */
export function reconfirmInput(
  draft: ReconfirmDraft,
): Pick<ReconfirmCommitmentInput, "on" | "note" | "evidence"> {
  const note = draft.note.trim();
  return {
    on: draft.on,
    ...(note ? { note: { text: note } } : {}),
    ...evidenceOf(draft),
  };
}
