import { type MeetingToMend, type Mended, mendedFrom } from "./mended";

/** What two people may have written differently, as the form asks for it. */
export type Place =
  | "with"
  | "attendees"
  | "groups"
  | "title"
  | "topics"
  | "concerns"
  | "when"
  | "where"
  | "said"
  | "source"
  | "programmes"
  | "sees";

const PLACES: Record<Place, readonly (keyof Mended)[]> = {
  with: ["offices", "search"],
  attendees: ["members", "others", "newcomers"],
  groups: ["groups"],
  title: ["title"],
  topics: ["topics"],
  concerns: ["concerns"],
  when: ["when", "whenOn", "zone"],
  where: ["mode", "districtId", "place"],
  said: ["said"],
  source: ["told"],
  programmes: ["programmes"],
  sees: ["audience", "wordsAudience"],
};

export interface Rebased {
  mended: Mended;
  /** Where both wrote, and not the same: hers is kept, and the other is to be shown to her. */
  clashes: readonly Place[];
}

/** What she has written on the form, and the meeting as she had it before her. */
export interface MendDraft extends Rebased {
  read: MeetingToMend;
}

/**
 * Puts what she wrote upon the meeting as somebody else has left it: where she wrote nothing it is
 * theirs, where she wrote it is hers.
 */
export function rebase(before: MeetingToMend, now: MeetingToMend, written: Mended): Rebased {
  const [base, theirs] = [mendedFrom(before), mendedFrom(now)];
  const mended = withArrived(theirs, written);
  const hers = placesOf(before, mended);
  const taken = (Object.keys(PLACES) as Place[])
    .filter((place) => !hers.includes(place))
    .flatMap((place) => PLACES[place]);
  return {
    mended: { ...mended, ...Object.fromEntries(taken.map((key) => [key, theirs[key]])) },
    clashes: hers.filter((place) => differ(place, base, theirs) && differ(place, mended, theirs)),
  };
}

/**
 * The same of what she left unsaved: what she had been shown of somebody else and had not settled is
 * shown to her again.
 */
export function resume({ read, mended, clashes }: MendDraft, now: MeetingToMend): Rebased {
  const rebased = rebase(read, now, mended);
  const theirs = mendedFrom(now);
  const isOpen = (place: Place) =>
    !rebased.clashes.includes(place) && differ(place, rebased.mended, theirs);
  return { ...rebased, clashes: [...rebased.clashes, ...clashes.filter(isOpen)] };
}

/** Where she wrote otherwise than it is recorded. */
export function placesOf(before: MeetingToMend, mended: Mended): Place[] {
  const base = mendedFrom(before);
  return (Object.keys(PLACES) as Place[]).filter((place) => differ(place, base, mended));
}

/** Whom an earlier try of hers brought into the record, although no answer came, is no newcomer any more. */
function withArrived(theirs: Mended, mended: Mended): Mended {
  const hasArrived = ({ id }: { id: string }) => mended.newcomers.some((one) => one.id === id);
  const arrived = theirs.others.filter(hasArrived);
  if (arrived.length === 0) return mended;
  const isNew = ({ id }: { id: string }) => !arrived.some((one) => one.id === id);
  return {
    ...mended,
    others: [...mended.others, ...arrived],
    newcomers: mended.newcomers.filter(isNew),
  };
}

/** Hers given up for what the record has. */
export function take(place: Place, meeting: MeetingToMend, mended: Mended): Mended {
  const theirs = mendedFrom(meeting);
  return { ...mended, ...Object.fromEntries(PLACES[place].map((key) => [key, theirs[key]])) };
}

function differ(place: Place, one: Mended, other: Mended): boolean {
  return PLACES[place].some((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}
