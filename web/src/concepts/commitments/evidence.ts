import type { EvidenceInput } from "../../gql/graphql";
import { withScheme } from "./address";

export const EVIDENCE = ["NONE", "FIRST_HAND", "TOLD", "DOCUMENT", "PRESS"] as const;

/** By what a thing is known, as she writes it. */
export interface EvidenceDraft {
  evidence: (typeof EVIDENCE)[number];
  title: string;
  publisher: string;
  address: string;
  day: string;
}

export type EvidencePlace = "title" | "publisher" | "address" | "day";

export const NO_EVIDENCE: EvidenceDraft = {
  ...{ evidence: "NONE", title: "", publisher: "", address: "", day: "" },
};

/** Whether a document or an article stands behind it, which has a title and an address. */
export function hasTitle({ evidence }: Pick<EvidenceDraft, "evidence">): boolean {
  return evidence === "DOCUMENT" || evidence === "PRESS";
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
  return { evidence: { kind: evidence, ...titled } };
}
