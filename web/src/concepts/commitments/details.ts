import type { CommitmentDirection, CommitmentKind, UpdateCommitmentInput } from "../../gql/graphql";
import type { BothNames } from "../../kit/ui/Name";
import type { Named } from "../../kit/ui/PickNamed";

/** What else is known of a promise: of what sort it is, who said it, and which offices it binds. */
export interface Details {
  kind: CommitmentKind | null;
  saidBy: { id: string; name: BothNames } | null;
  owedBy: readonly Named[];
  owedTo: readonly Named[];
}

export type Side = "owedBy" | "owedTo";

/** On which sides offices can stand; on the other stands the caucus. */
export function sidesOf(direction: CommitmentDirection): readonly Side[] {
  switch (direction) {
    case "ASKED_OF_CAUCUS":
    case "MADE_BY_CAUCUS":
      return ["owedTo"];
    case "BETWEEN_OTHERS":
      return ["owedBy", "owedTo"];
    default:
      return ["owedBy"];
  }
}

/** What differs from what was read, and nothing else. */
export function changesIn(
  read: Details,
  written: Details,
): Pick<UpdateCommitmentInput, "kind" | "saidById" | "owedByIds" | "owedToIds"> {
  const ids = (offices: readonly Named[]) => offices.map(({ id }) => id);
  const differs = (side: Side) => String(ids(read[side])) !== String(ids(written[side]));
  return {
    ...(written.kind === read.kind ? {} : { kind: written.kind }),
    ...(written.saidBy?.id === read.saidBy?.id ? {} : { saidById: written.saidBy?.id ?? null }),
    ...(differs("owedBy") ? { owedByIds: ids(written.owedBy) } : {}),
    ...(differs("owedTo") ? { owedToIds: ids(written.owedTo) } : {}),
  };
}
