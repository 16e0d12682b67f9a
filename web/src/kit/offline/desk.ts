import type { MessageKey } from "../i18n/words";
import type { Kind } from "./kinds";
import { Shelf } from "./shelf";
import {
  type Answer,
  answered,
  canTakeBack,
  isWaiting,
  type NotSent,
  notSent,
  onItsWay,
  takenBack,
  type Unsent,
  type Waiting,
} from "./unsent";

// The length of a UUID.
const UUID = 36;

/** What lies on the desk, as the pages show it. */
export interface OnDesk {
  rows: readonly Unsent[];
  /** False when the machine keeps nothing: then it lasts only as long as the page is open. */
  isKept: boolean;
}

/** What she would leave behind on the machine. */
export interface LeftHere {
  rows: readonly Unsent[];
  /** False when the machine cannot be asked what else lies on it. */
  isRead: boolean;
  /** Whether all of it would be found here again. */
  isStored: boolean;
}

/**
 * What one user has written on this machine, for herself or for one member, and what is not in the
 * record yet. The pages read it at
 * once from memory; the shelf below it outlives them and is shared by all tabs, so every step that
 * has to be right in all of them is taken there.
 */
export class Desk {
  /** Whose it is, as `ownerOf` says. */
  readonly owner: string;
  #kinds: readonly Kind[];
  #shelf: Shelf;
  #shown: OnDesk = { rows: [], isKept: true };
  #listeners = new Set<() => void>();
  #others: BroadcastChannel;
  #writes = 0;
  #isStale = false;
  #isClosed = false;
  #sent = new Set<string>();

  constructor(owner: string, kinds: readonly Kind[]) {
    this.owner = owner;
    this.#kinds = kinds;
    const shapes = kinds.map(({ shape }) => shape);
    this.#shelf = new Shelf(owner, shapes, () => void this.#readAgain());
    this.#others = new BroadcastChannel(`rabta.unsent.${owner}`);
    this.#others.onmessage = ({ data }: MessageEvent<string | null>) => {
      if (data) this.#sent.add(data);
      void this.#readAgain();
    };
  }

  /** Takes from the shelf what lies there, and what an earlier version of the page had kept. */
  async open(): Promise<void> {
    await this.#readAgain();
    for (const { earlier } of this.#kinds) {
      const old = earlier?.find(this.owner);
      if (!old) continue;
      await this.#update(old.id, (was) => (was ? undefined : old));
      // Only what surely lies in the new place leaves the old one.
      if (this.#shelf.isStored) earlier?.drop(this.owner);
    }
  }

  /** Another one's, of the same sorts of things. */
  like(owner: string): Desk {
    return new Desk(owner, this.#kinds);
  }

  close() {
    this.#isClosed = true;
    this.#others.close();
  }

  shown = (): OnDesk => this.#shown;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  find(id: string): Unsent | null {
    return this.#shown.rows.find((row) => row.id === id) ?? null;
  }

  /**
   * Lays it there as it is now, while she writes on it or when she hands it over. What another tab has
   * handed over meanwhile is hers no more to change.
   */
  put(row: Unsent): Promise<unknown> {
    this.#place(row.id, row);
    return this.#update(row.id, (was) => (was && isWaiting(was) ? undefined : row));
  }

  /** Back into her hands, if it was surely not sent before. */
  async takeBack(id: string): Promise<boolean> {
    const row = await this.#update(id, (was) =>
      was && canTakeBack(was) ? takenBack(was) : undefined,
    );
    return row?.state.kind === "back";
  }

  /** Throws away what is in her hands, and gives it for putting it back. */
  drop(id: string): Unsent | null {
    const row = this.find(id);
    if (!row || isWaiting(row)) return null;
    this.#place(id, null);
    void this.#update(id, (was) => (was && isWaiting(was) ? undefined : null));
    return row;
  }

  putBack(row: Unsent): Promise<unknown> {
    this.#place(row.id, row);
    return this.#update(row.id, (was) => was ?? row);
  }

  hasWaiting(): boolean {
    return this.#shown.rows.some(isWaiting);
  }

  /** Takes it out of the queue, if it was surely not sent before. */
  async takeOut(id: string): Promise<boolean> {
    let isOut = false;
    await this.#update(id, (was) => {
      isOut = was !== undefined && canTakeBack(was);
      return isOut ? null : undefined;
    });
    return isOut;
  }

  /** What waits to be sent, in all tabs, in the order in which it was begun. */
  async waiting(): Promise<readonly string[]> {
    await this.#readAgain();
    return this.#shown.rows.filter(isWaiting).map(({ id }) => id);
  }

  /** Whether something that she handed over before, about the same thing, has still to be settled. */
  isHeldUp(id: string): boolean {
    const queue = this.#shown.rows.filter(isWaiting);
    const place = queue.findIndex((row) => row.id === id);
    const subject = queue[place]?.subject;
    return subject !== undefined && queue.slice(0, place).some((row) => row.subject === subject);
  }

  /** Notes that it is being sent; null where there is nothing left to send. As it was before. */
  async beginSending(id: string): Promise<Waiting | null> {
    let before = null as Waiting | null;
    await this.#update(id, (was) => {
      before = was && isWaiting(was) ? was : null;
      return before ? onItsWay(before) : undefined;
    });
    return before;
  }

  /**
   * What was answered concerns the words that were sent, and nothing that she has begun since: a tab
   * that was frozen may hear of old words when she has mended them and saved them again.
   */
  async settle(before: Waiting, answer: Answer): Promise<void> {
    if (answer.kind === "named") {
      this.#sent.add(before.id);
      this.#tellOthers(before.id);
    }
    await this.#update(before.id, (was) =>
      was && isWaiting(was) && isSameInput(was, before)
        ? answered(was, answer, before.state.mayHaveArrived)
        : undefined,
    );
    if (answer.kind === "refused" || answer.kind === "rejected") await this.#dropSequel(before);
  }

  /** Why nothing that waits could be sent. */
  async noteNotSent(why: NotSent): Promise<void> {
    const isNews = ({ state }: Waiting) => state.lastTry !== why;
    for (const { id } of this.#shown.rows.filter(isWaiting).filter(isNews)) {
      await this.#update(id, (was) => (was && isWaiting(was) ? notSent(was, why) : undefined));
    }
  }

  /** Whether this page, in any tab, saw it arrive. */
  wasSent(id: string): boolean {
    return this.#sent.has(id);
  }

  /** What it would be a loss to leave behind, from what lies on the machine at this moment. */
  async leftHere(): Promise<LeftHere> {
    const rows = await this.#shelf.all();
    if (this.#writes === 0) this.#show(rows);
    const { isRead, isStored } = this.#shelf;
    return { rows: rows.filter((row) => this.isLoss(row)), isRead, isStored };
  }

  /** Nothing of hers stays of what was shown, or of these. Fails where it may still lie on the machine. */
  async clear(ids?: readonly string[]): Promise<void> {
    await this.#shelf.clear(ids);
    for (const { earlier } of this.#kinds) earlier?.drop(this.owner);
    this.#show([]);
    this.#tellOthers();
  }

  /** Whether there is anything in it that it would be a loss to throw away. */
  isLoss({ shape, state, draft }: Unsent): boolean {
    const kind = this.#kinds.find((one) => one.shape === shape);
    return state.kind !== "writing" || (kind?.isLoss?.(draft) ?? true);
  }

  /** How many of these there are of each sort, in the words of their kinds. */
  counted(rows: readonly Unsent[]): Map<MessageKey, number> {
    const counts = new Map<MessageKey, number>();
    for (const kind of this.#kinds) {
      for (const row of rows.filter(({ shape }) => shape === kind.shape)) {
        const word = kind.countedAs(row);
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    return counts;
  }

  async #update(id: string, change: Parameters<Shelf["update"]>[1]): Promise<Unsent | null> {
    this.#writes += 1;
    try {
      const row = await this.#shelf.update(id, change);
      this.#tellOthers();
      // While she writes on, memory is ahead of what has just been kept.
      if (this.#writes === 1) this.#place(id, row);
      else this.#isStale = true;
      return row;
    } finally {
      this.#writes -= 1;
      if (this.#writes === 0 && this.#isStale) void this.#readAgain();
    }
  }

  /** What was to come after something that the record did not take falls with it. */
  async #dropSequel({ id, subject }: Waiting): Promise<void> {
    if (subject === undefined) return;
    const sequel = this.#shown.rows.filter((row) => row.id !== id && row.subject === subject);
    for (const row of sequel) await this.takeOut(row.id);
  }

  #tellOthers(sent: string | null = null) {
    if (!this.#isClosed) this.#others.postMessage(sent);
  }

  async #readAgain(): Promise<void> {
    this.#isStale = this.#writes > 0;
    if (this.#isStale) return;
    const rows = await this.#shelf.all();
    if (this.#writes > 0) this.#isStale = true;
    else this.#show(rows);
  }

  #place(id: string, row: Unsent | null) {
    const rows = this.#shown.rows.filter((one) => one.id !== id);
    this.#show(row ? [...rows, row] : rows);
  }

  #show(rows: readonly Unsent[]) {
    this.#shown = { rows: [...rows].sort(byAge), isKept: this.#shelf.isKept };
    for (const listener of this.#listeners) listener();
  }
}

function isSameInput(one: Waiting, other: Waiting): boolean {
  return JSON.stringify(one.state.input) === JSON.stringify(other.state.input);
}

/** An id ends with a UUID, which begins with the moment at which it was made. */
function byAge(one: Unsent, other: Unsent): number {
  return one.id.slice(-UUID) < other.id.slice(-UUID) ? -1 : 1;
}
