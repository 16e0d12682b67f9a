import type { PhoneKind } from "../../gql/graphql";

/** Whose a number may be, in the order in which they are asked for. */
export const PHONE_KINDS: readonly PhoneKind[] = ["OWN", "WHATSAPP", "OFFICE", "ASSISTANT"];

export interface PhoneLine {
  number: string;
  kind: PhoneKind;
}

/** One more line to write a number on: of the first kind that is not there yet. */
export function nextPhone(lines: readonly PhoneLine[]): PhoneLine {
  const kind = PHONE_KINDS.find((one) => lines.every((line) => line.kind !== one)) ?? "OWN";
  return { number: "", kind };
}

// Marks of direction come along when a number is copied out of a conversation.
const BETWEEN = /[\s\-‐-―().\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * A number as people write it, in the forms that the record takes. Those of Pakistan are written with
 * its code and no plus as well, and mobile numbers without the nought before them.
 */
export function asDialled(written: string): string {
  const bare = written
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(BETWEEN, "");
  if (/^92\d{9,10}$/.test(bare)) return `+${bare}`;
  if (/^3\d{9}$/.test(bare)) return `+92${bare}`;
  return bare;
}
