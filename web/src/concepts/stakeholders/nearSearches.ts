const MOST = 6;
// Shorter ones, such as "of", begin too many names.
const TELLING = 3;

/**
 * What to look for, in this order, where a whole name finds nothing: the name without its first word,
 * without its last one, then its words one by one, the longest first.
 */
export function nearSearches(name: string): string[] {
  const words = name.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter(Boolean);
  if (words.length < 2) return [];
  const shorter = [words.slice(1), words.slice(0, -1)].map((some) => some.join(" "));
  const single = words
    .filter((word) => word.length >= TELLING)
    .sort((one, other) => other.length - one.length);
  return [...new Set([...shorter, ...single])].slice(0, MOST);
}
