import type { OfficeDraft } from "./officeDraft";

/** What two people may have written differently, as the form asks for it. */
export type OfficePlace = "en" | "ur" | "shortName" | "category" | "parent" | "where";

const WRITTEN: Record<OfficePlace, readonly (keyof OfficeDraft)[]> = {
  en: ["en"],
  ur: ["ur"],
  shortName: ["shortName"],
  category: ["category"],
  parent: ["parent"],
  where: ["isProvinceWide", "districts"],
};

/** What of it is told apart: how an office that it names is called is not. */
const TOLD_APART: Record<OfficePlace, (draft: OfficeDraft) => unknown> = {
  en: ({ en }) => en.trim(),
  ur: ({ ur }) => ur.trim(),
  shortName: ({ shortName }) => shortName.trim(),
  category: ({ category }) => category,
  parent: ({ parent }) => parent?.id,
  where: ({ isProvinceWide, districts }) =>
    isProvinceWide ||
    districts
      .map(({ id }) => id)
      .sort()
      .join(),
};

/**
 * Puts what she wrote upon the office as somebody else has left it: where she wrote nothing it is
 * theirs, where she wrote it is hers. Where both wrote, and not the same, the other is to be shown.
 */
export function rebase(
  before: OfficeDraft,
  now: OfficeDraft,
  hers: OfficeDraft,
): { draft: OfficeDraft; clashes: OfficePlace[] } {
  const places = Object.keys(WRITTEN) as OfficePlace[];
  const isHers = (place: OfficePlace) => differ(place, before, hers);
  return {
    draft: places
      .filter((place) => !isHers(place))
      .reduce((draft, place) => take(place, now, draft), hers),
    clashes: places.filter(
      (place) => isHers(place) && differ(place, before, now) && differ(place, hers, now),
    ),
  };
}

/** Hers given up for what the record has. */
export function take(place: OfficePlace, now: OfficeDraft, hers: OfficeDraft): OfficeDraft {
  return { ...hers, ...Object.fromEntries(WRITTEN[place].map((key) => [key, now[key]])) };
}

function differ(place: OfficePlace, one: OfficeDraft, other: OfficeDraft): boolean {
  return TOLD_APART[place](one) !== TOLD_APART[place](other);
}
