import type { Desk, LeftHere } from "../../kit/offline/desk";
import { noteLeaving, noteStays } from "../../kit/offline/erasure";
import type { SignOutEnd } from "./session";
import { dropWish, noteWish } from "./wish";

/** Whether she has to say what becomes of what lies on the machine: also where it cannot be read. */
export function mustAsk({ rows, isRead }: LeftHere): boolean {
  return rows.length > 0 || !isRead;
}

/**
 * Why she has not left: she is still signed in, or it is not known whether she is, or she is not and
 * what she wrote still lies there.
 */
export type Trouble = "signOut.failed" | "signOut.unsure" | "leave.deleteFailed";

interface Ways {
  desk: Pick<Desk, "clear" | "shown" | "owner">;
  signOut: () => Promise<SignOutEnd>;
  /** Takes away what was read. */
  erase: () => Promise<void>;
  stopSending: () => void;
}

/**
 * Signs out before anything is deleted: who cannot leave has lost nothing. What she wants is noted
 * before it is asked, so that it is done also where the answer is lost or the page is closed.
 */
export async function leave(
  what: "keep" | "delete",
  { desk, signOut, erase, stopSending }: Ways,
): Promise<Trouble | "left"> {
  const ids = what === "delete" ? desk.shown().rows.map(({ id }) => id) : null;
  const wish = { userId: desk.owner, ids };
  noteWish({ ...wish, isOut: false });
  noteLeaving();
  const end = await signOut();
  if (end === "unsure") return "signOut.unsure";
  if (end === "in") {
    stay();
    return "signOut.failed";
  }
  stopSending();
  noteWish({ ...wish, isOut: true });
  // Whatever becomes of what she wrote. Where it fails it is noted, and done before anything is read.
  await erase().catch(() => undefined);
  if (what === "delete") {
    try {
      await desk.clear();
    } catch {
      return "leave.deleteFailed";
    }
  }
  dropWish();
  return "left";
}

/** She stays signed in, and nothing is to be deleted. */
export function stay(): void {
  dropWish();
  noteStays();
}
