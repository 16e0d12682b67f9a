/**
 * The kinds for which this page makes ids itself, so that a retry is the same request. A part is
 * what a record consists of: an office that was met, an attendee.
 */
type IdKind =
  | "meeting"
  | "part"
  | "stakeholder"
  | "person"
  | "post"
  | "decision"
  | "commitment"
  | "follow_up_action"
  | "attachment"
  | "target_list";

let last = 0;

/** The present, or a moment later where something was made in it already. */
function nextMoment(): number {
  last = Math.max(Date.now(), last + 1);
  return last;
}

/** A UUID of version 7: milliseconds first, so that ids sort in the order in which they were made. */
export function uuidV7(now: number = nextMoment()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index += 1) {
    bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) % 256;
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** An id as the server writes them: the kind, then the UUID. */
export function newId(kind: IdKind): string {
  return `${kind}_${uuidV7()}`;
}
