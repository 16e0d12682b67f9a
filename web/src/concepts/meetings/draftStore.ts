import type { Draft } from "./draft";

// Raised whenever the shape of a draft changes, so that an old one is never misread.
const SHAPE = 2;

const keyOf = (userId: string) => `rabta.meeting-draft.${SHAPE}.${userId}`;

/** What this user had written on this machine and not sent yet. */
export function loadDraft(userId: string): Draft | null {
  try {
    const stored = localStorage.getItem(keyOf(userId));
    return stored ? JSON.parse(stored) : null;
  } catch {
    // Storage that is closed to us, or that holds what is no draft, is the same as an empty one.
    return null;
  }
}

/** False when the machine would not keep it: the page then says so instead of promising it. */
export function keepDraft(userId: string, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(userId: string): void {
  try {
    localStorage.removeItem(keyOf(userId));
  } catch {
    // Nothing could be kept there either.
  }
}
