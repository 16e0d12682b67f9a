import { uuidV7 } from "../ids";

/**
 * The id for what is asked: the same words again are the same request, so that what may have arrived
 * is not done twice.
 */
export function requestIds(): (asked: unknown) => string {
  let last: { asked: string; requestId: string } | null = null;
  return (words) => {
    const asked = JSON.stringify(words);
    if (last?.asked !== asked) last = { asked, requestId: uuidV7() };
    return last.requestId;
  };
}
