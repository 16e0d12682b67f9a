import { inStorage } from "../../kit/inStorage";
import type { BothNames } from "../../kit/ui/Name";

/** Of whom it is said in each request that it is for her, by whom it was chosen. */
export interface ActingHere {
  userId: string;
  memberId: string;
  name: BothNames;
  /** Whether he has pages of his own to go back to: a coordinator does, an aide does not. */
  hasOwn: boolean;
}

/** A member who lets him write for her. */
export interface MayActFor {
  memberId: string;
  name: BothNames;
}

const HERE = "rabta.acting";

// Where the browser keeps nothing it lasts as long as the page is open.
let present: ActingHere | null = null;

/** For whom is acted in this browser, in all its tabs, until it is changed or somebody signs in or out. */
export function actingHere(): ActingHere | null {
  const stored = inStorage((storage) => ({ text: storage.getItem(HERE) }));
  if (!stored) return present;
  try {
    return JSON.parse(stored.text ?? "null");
  } catch {
    return null;
  }
}

export function noteActing(acting: ActingHere | null): void {
  present = acting;
  inStorage((storage) =>
    acting ? storage.setItem(HERE, JSON.stringify(acting)) : storage.removeItem(HERE),
  );
}

/** An aide goes on for the one for whom he wrote last, when he signs in again. */
export function noteChoice({ userId, memberId }: ActingHere): void {
  inStorage((storage) => storage.setItem(`${HERE}.${userId}`, memberId));
}

export function forgetChoice(userId: string): void {
  inStorage((storage) => storage.removeItem(`${HERE}.${userId}`));
}

/** For whom an aide writes without being asked: the only one, or the one of the last time. */
export function settled(userId: string, may: readonly MayActFor[]): MayActFor | null {
  const [first] = may;
  if (first && may.length === 1) return first;
  const last = inStorage((storage) => storage.getItem(`${HERE}.${userId}`));
  return may.find(({ memberId }) => memberId === last) ?? null;
}
