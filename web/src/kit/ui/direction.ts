const ARABIC = /(?=\p{L})\p{Script=Arabic}/gu;
const LATIN = /(?=\p{L})\p{Script=Latin}/gu;

/**
 * The direction of what people wrote: that of the script in which most of its letters are, since Urdu
 * may well begin with an English abbreviation. Where there are as many of both, that of the first.
 * What has no letter is a number, which is read from the left. While a field is empty it follows the
 * page, so that its hint begins where the reader begins.
 */
export function directionOf(text: string): "ltr" | "rtl" | undefined {
  const [first = Number.POSITIVE_INFINITY, arabic] = placesOf(ARABIC, text);
  const [other = Number.POSITIVE_INFINITY, latin] = placesOf(LATIN, text);
  if (arabic + latin === 0) return text ? "ltr" : undefined;
  if (arabic === latin) return first < other ? "rtl" : "ltr";
  return arabic > latin ? "rtl" : "ltr";
}

/** Where the first letter of a script stands, and how many there are. */
function placesOf(script: RegExp, text: string): [number | undefined, number] {
  const places = [...text.matchAll(script)];
  return [places[0]?.index, places.length];
}
