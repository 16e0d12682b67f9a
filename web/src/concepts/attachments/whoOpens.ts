import type { Audience } from "../../gql/graphql";
import type { MessageKey } from "../../kit/i18n/words";
import { narrower, within } from "../meetings/whoSees";

/** On what sort of thing a file hangs. */
export type On = "meeting" | "letter";

interface Seen {
  audience: Audience;
  wordsAudience: Audience;
}

/**
 * Who may be let open a file, and who is unless she says so: never more than see what it hangs on, and
 * donors only by who may share with them.
 */
export function whoMayOpen(
  of: Seen,
  mayShare: boolean,
): { all: readonly Audience[]; usual: Audience } {
  const widest = narrower(of.audience, mayShare ? "PARTNERS" : "CAUCUS");
  return { all: within(widest), usual: narrower(of.wordsAudience, widest) };
}

/** Those who may open it. At a letter nobody is present. */
export function opensWord(audience: Audience, on: On): MessageKey {
  return on === "letter" && audience === "PRESENT" ? "file.letterPRESENT" : `audience.${audience}`;
}
