import type { EvidenceInput, Ladder_CommitmentFragment } from "../../gql/graphql";
import { withScheme } from "./address";

export const EVIDENCE = ["NONE", "FIRST_HAND", "TOLD", "DOCUMENT", "PRESS"] as const;

/** By what a thing is known, as she writes it. */
export interface EvidenceDraft {
  evidence: (typeof EVIDENCE)[number];
  title: string;
  publisher: string;
  address: string;
  day: string;
  /** The id of a letter or paper that is noted already; empty where it is another. */
  letter: string;
}

type Recorded = NonNullable<Ladder_CommitmentFragment["amounts"][number]["evidence"]>;

export type EvidencePlace = "title" | "publisher" | "address" | "day" | "letter";

export const NO_EVIDENCE: EvidenceDraft = {
  ...{ evidence: "NONE", title: "", publisher: "", address: "", day: "", letter: "" },
};

/** Whether a document or an article stands behind it that has a title and an address of its own. */
export function hasTitle(draft: Pick<EvidenceDraft, "evidence" | "letter">): boolean {
  return draft.evidence === "PRESS" || (draft.evidence === "DOCUMENT" && !draft.letter);
}

/** In the words of the contract; nothing where nobody said by what it is known. */
export function evidenceOf(draft: EvidenceDraft): { evidence?: EvidenceInput } {
  const { evidence, day } = draft;
  if (evidence === "NONE") return {};
  const [title, publisher] = [draft.title.trim(), draft.publisher.trim()];
  const address = withScheme(draft.address);
  const titled = hasTitle(draft) && {
    ...(title ? { title } : {}),
    ...(publisher ? { publisher } : {}),
    ...(address ? { address } : {}),
    ...(day ? { day } : {}),
  };
  const letter = evidence === "DOCUMENT" && draft.letter;
  return { evidence: { kind: evidence, ...titled, ...(letter ? { documentId: letter } : {}) } };
}

/** As the record has it, in the words of the contract. */
export function evidenceAgain(of: Recorded): EvidenceInput {
  const { kind, title, publisher, address, day, document } = of;
  return { kind, title, publisher, address, day, documentId: document?.id ?? null };
}
