// Joiners, direction marks and the stretching stroke: nothing that a reader sees as a letter.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u0640\ufeff]/gu;

// Letters that keyboards of Arabic, Persian and Urdu write differently for the same sound.
const SAME: readonly (readonly [letters: string, as: string])[] = [
  ["يىئ", "ی"],
  ["ك", "ک"],
  ["هةۃھۂ", "ہ"],
  ["أإآٱ", "ا"],
  ["ؤ", "و"],
  ...Array.from("0123456789", (digit, index) => {
    const [arabic, urdu] = [0x0660 + index, 0x06f0 + index];
    return [String.fromCharCode(arabic, urdu), digit] as const;
  }),
];
const AS = new Map(SAME.flatMap(([letters, as]) => Array.from(letters, (letter) => [letter, as])));

/** The words of a text as the server's own search sees them, so that both find the same. */
export function wordsIn(text: string): string[] {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(INVISIBLE, "");
  return Array.from(bare, (letter) => AS.get(letter) ?? letter)
    .join("")
    .toLowerCase()
    .split(/[^\p{Alphabetic}\p{N}]+/u)
    .filter((word) => word !== "");
}

// As many as the server looks at.
const MOST_WORDS = 8;

/** Whether each word of what is looked for begins a word of one of the names. */
export function isFound(search: string, names: readonly string[]): boolean {
  const wanted = wordsIn(search).slice(0, MOST_WORDS);
  if (wanted.length === 0) return search.trim() === "";
  const there = names.flatMap(wordsIn);
  return wanted.every((word) => there.some((one) => one.startsWith(word)));
}
