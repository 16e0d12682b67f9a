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
  with: ["offices"],
  attendees: ["members", "others", "newcomers"],
  groups: ["groups"],
  title: ["title"],
  topics: ["topics"],
  concerns: ["concerns"],
  when: ["when", "whenOn"],
  where: ["mode", "districtId", "place"],
  said: ["said"],
  source: ["told"],
  programmes: ["programmes"],
  sees: ["audience", "wordsAudience"],
};

interface Rebased {
  mended: Mended;
  /** Where both wrote, and not the same: hers is kept, and the other is to be shown to her. */
  clashes: Place[];
}

/**
 * Puts what she wrote upon the meeting as somebody else has left it: where she wrote nothing it is
 * theirs, where she wrote it is hers.
 */
export function rebase(before: MeetingToMend, now: MeetingToMend, written: Mended): Rebased {
  const [base, theirs] = [mendedFrom(before), mendedFrom(now)];
  const mended = withArrived(theirs, written);
  const places = Object.keys(PLACES) as Place[];
  const isHers = (place: Place) => differ(place, base, mended);
  const taken = places.filter((place) => !isHers(place)).flatMap((place) => PLACES[place]);
  return {
    mended: { ...mended, ...Object.fromEntries(taken.map((key) => [key, theirs[key]])) },
    clashes: places.filter(
      (place) => isHers(place) && differ(place, base, theirs) && differ(place, mended, theirs),
    ),
  };
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
