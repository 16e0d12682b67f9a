import { inStorage } from "../inStorage";

const KEY = "rabta.erase";
const LEAVING = "leaving";

/** Noted before it is done, because a browser may be closed or refuse in the middle of it. */
export function noteToErase(): void {
  inStorage((storage) => storage.setItem(KEY, "1"));
}

export function noteErased(): void {
  inStorage((storage) => storage.removeItem(KEY));
}

/** She asks to be signed out: if this page does not live to hear the answer, it is erased all the same. */
export function noteLeaving(): void {
  inStorage((storage) => storage.getItem(KEY) ?? storage.setItem(KEY, LEAVING));
}

/** She is still signed in. What was to be erased for another reason still is. */
export function noteStays(): void {
  inStorage((storage) => storage.getItem(KEY) === LEAVING && storage.removeItem(KEY));
}

/** Whether what was read was to be erased and may lie here still. */
export function isToBeErased(): boolean {
  return inStorage((storage) => storage.getItem(KEY)) !== null;
}
