import type { DocumentKind } from "../../gql/graphql";
import type { MessageKey } from "../../kit/i18n/words";

/** What the offices of a paper are to it: its writers, those to whom it went, or its parties. */
export function partiesWord(kind: DocumentKind | null): MessageKey {
  if (kind === "LETTER_IN") return "letter.from";
  return kind === "LETTER_OUT" ? "letter.to" : "letter.with";
}

/** The same, in the sentence in which they are named. */
export function partiesSentence(kind: DocumentKind): MessageKey {
  if (kind === "LETTER_IN") return "letter.fromThem";
  return kind === "LETTER_OUT" ? "letter.toThem" : "letter.withThem";
}
