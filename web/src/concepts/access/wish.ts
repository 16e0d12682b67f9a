import { forgetLanguage } from "../../kit/i18n/language";
import { inStorage } from "../../kit/inStorage";
import { Desk } from "../../kit/offline/desk";
import type { Kind } from "../../kit/offline/kinds";
import { leaveDesk } from "../../kit/offline/Outbox";
import { userOf } from "../../kit/offline/owner";
import { actingHere, forgetChoice, noteActing } from "./acting";

const KEY = "rabta.leaving";

/**
 * What shall become of what lies on this machine once she is signed out. It is noted before she is,
 * because the answer may be lost, and the page may not live to do it.
 */
export interface Wish {
  /** Whose, as `ownerOf` says: named so when nobody wrote for another yet. */
  userId: string;
  /** What shall be deleted: what lay here when she said so, and nothing written since. Null to keep it. */
  ids: readonly string[] | null;
  /** Whether it is known that she is out. */
  isOut: boolean;
}

export function noteWish(wish: Wish): void {
  inStorage((storage) => storage.setItem(KEY, JSON.stringify(wish)));
}

export function dropWish(): void {
  inStorage((storage) => storage.removeItem(KEY));
}

export function wishHere(): Wish | null {
  return inStorage((storage) => JSON.parse(storage.getItem(KEY) ?? "null"));
}

/**
 * Does what was wished, once it is known who is signed in: null for nobody. Who wished it and is there,
 * still or again, decides anew. What fails stays noted, for when the page is opened next.
 */
export async function settleWish(kinds: readonly Kind[], signedIn: string | null): Promise<void> {
  const wish = wishHere();
  if (!wish) return;
  if (userOf(wish.userId) !== signedIn) await carryOut({ ...wish, isOut: true }, kinds);
  else dropWish();
}

/** Does at once what was left undone of the wish of who is known to be out. */
export async function finishLeaving(kinds: readonly Kind[]): Promise<void> {
  const wish = wishHere();
  if (wish?.isOut) await carryOut(wish, kinds);
}

async function carryOut(wish: Wish, kinds: readonly Kind[]): Promise<void> {
  const { userId: owner, ids } = wish;
  noteWish(wish);
  leaveDesk(owner);
  if (actingHere()?.userId === userOf(owner)) noteActing(null);
  if (ids) {
    const desk = new Desk(owner, kinds);
    await desk.clear(ids).finally(() => desk.close());
    forgetLanguage(userOf(owner));
    forgetChoice(userOf(owner));
  }
  dropWish();
}
