import type { Audience } from "../../gql/graphql";
import type { MessageKey } from "../../kit/i18n/words";

/** From the few to the many. */
const WIDTHS: readonly Audience[] = ["PRESENT", "CAUCUS", "PARTNERS"];

/** The audiences that are no wider than this one. */
export function within(widest: Audience): readonly Audience[] {
  return WIDTHS.slice(0, WIDTHS.indexOf(widest) + 1);
}

/** The narrower of two. */
export function narrower(one: Audience, other: Audience): Audience {
  return within(one).includes(other) ? other : one;
}

type Sight = "closed" | "present" | "members" | "donors" | "donorsMembers" | "donorsAll";

function sightOf(facts: Audience, words: Audience): Sight {
  if (facts === "PRESENT") return "closed";
  if (facts === "CAUCUS") return words === "PRESENT" ? "present" : "members";
  if (words === "PRESENT") return "donors";
  return words === "CAUCUS" ? "donorsMembers" : "donorsAll";
}

/** The sentence on who will see a meeting and its words. */
export function seesWord(facts: Audience, words: Audience): MessageKey {
  return `sees.${sightOf(facts, words)}`;
}

/** The same, once it is saved. */
export function savedWord(facts: Audience, words: Audience): MessageKey {
  return `saved.${sightOf(facts, words)}`;
}
