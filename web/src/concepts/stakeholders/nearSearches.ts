const MOST = 8;
// Less, such as "of", begins too many names.
const TELLING = 3;

/**
 * What to look for, in this order, where a whole name finds nothing: less and less of its end, since
 * there stands the place, then less and less of its beginning.
 */
export function nearSearches(name: string): string[] {
  const words = name.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter(Boolean);
  const cuts = words.map((_, index) => index).slice(1);
  const ends = cuts.map((cut) => words.slice(cut).join(" "));
  const beginnings = cuts.map((cut) => words.slice(0, -cut).join(" "));
  return [...new Set([...ends, ...beginnings])]
    .filter((part) => part.length >= TELLING)
    .slice(0, MOST);
}
