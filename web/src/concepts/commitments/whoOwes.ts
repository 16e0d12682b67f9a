import type { CommitmentDirection } from "../../gql/graphql";
import { enumKey, type MessageKey } from "../../kit/i18n/words";

interface Sides<Office> {
  direction: CommitmentDirection;
  owedBy: readonly Office[];
  owedTo: readonly Office[];
}

interface WhoOwes<Office> {
  /** The sentence in which they stand. */
  word: MessageKey;
  offices: readonly Office[];
  /** To whom it is promised, where it is promised between others. */
  others: readonly Office[];
}

const OFFICES_OWE = ["ASKED_BY_CAUCUS", "MADE_TO_CAUCUS", "MUTUAL", "BETWEEN_OTHERS"];

/** Who asks or promises whom, in the words for as many of them as may be seen; `at` is the office on whose card it stands. */
export function whoOwes<Office extends { id: string }>(
  { direction, owedBy, owedTo }: Sides<Office>,
  at?: string,
): WhoOwes<Office> {
  const offices = OFFICES_OWE.includes(direction) ? owedBy : owedTo;
  const others = direction === "BETWEEN_OTHERS" ? owedTo : [];
  const isBetween = direction === "BETWEEN_OTHERS";
  // On its own card it is "they".
  const isAlone = !isBetween && offices.length === 1 && offices[0]?.id === at;
  const isNamed = !isAlone && offices.length > 0 && (!isBetween || others.length > 0);
  return {
    word: isNamed
      ? enumKey("who", direction, "who.MUTUAL")
      : enumKey("direction", direction, "direction.MUTUAL"),
    offices: isNamed ? offices : [],
    others: isNamed ? others : [],
  };
}

/** Whether somebody asks, and nobody has promised. */
export function isAsk(direction: CommitmentDirection): boolean {
  return direction === "ASKED_BY_CAUCUS" || direction === "ASKED_OF_CAUCUS";
}

/** Whether it is the caucus that owes it: then nobody else has a word on how far it has come. */
export function isOurs(direction: CommitmentDirection): boolean {
  return direction === "MADE_BY_CAUCUS" || direction === "ASKED_OF_CAUCUS";
}
