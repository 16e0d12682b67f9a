/**
 * The direction of a field follows what is written in it. While it is empty it follows the page, so
 * that its hint begins where the reader begins.
 */
export function directionOf(value: string): "auto" | undefined {
  return value ? "auto" : undefined;
}
