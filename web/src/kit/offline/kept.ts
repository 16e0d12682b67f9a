import type { SerializedEntries, StorageAdapter } from "@urql/exchange-graphcache";
import type { Viewer_ViewerFragment as Viewer } from "../../gql/graphql";
import { uuidV7 } from "../ids";
import { isToBeErased } from "./erasure";
import {
  clear,
  entriesOf,
  eraseKept,
  type KeptStore,
  type Moments,
  momentsOf,
  OWNER,
  openStore,
  STORES,
} from "./keptStore";
import { isSameAsker } from "./owner";
import { Reach } from "./reach";

/** The build puts a digest of the contract in its place. */
declare const SCHEMA: string;

/**
 * What one user has read, on this machine, for when there is no network. It is a convenience: where
 * the machine keeps nothing, all is as if it were not there. What is erased stays erased, also when a
 * tab that does not know it yet goes on writing: what is written has to bear the mark of who owns it.
 */
export class Kept {
  /** Who signed in last here, as she was then. */
  readonly viewer: Viewer | null;
  #db: KeptStore | null;
  #mark: string | null;
  #entries: SerializedEntries;
  #moments: Moments;
  #pending = new Map<string, string | undefined>();
  #pendingMoments: Moments = new Map();
  #fresh = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    db: KeptStore | null,
    owner: { mark: string; viewer: Viewer } | undefined,
    entries: SerializedEntries,
    moments: Moments,
  ) {
    this.#db = db;
    this.viewer = owner?.viewer ?? null;
    this.#mark = owner?.mark ?? null;
    this.#entries = entries;
    this.#moments = moments;
  }

  /** What lies here and is still good to be shown. */
  static async open(): Promise<Kept> {
    try {
      if (isToBeErased()) await eraseKept();
      const db = await openStore();
      const owner = await db.get("owner", OWNER);
      if (owner?.schema === SCHEMA)
        return new Kept(db, owner, await entriesOf(db), await momentsOf(db));
      if (owner) await clear(db);
      return new Kept(db, undefined, {}, new Map());
    } catch {
      return Kept.nothing();
    }
  }

  /** A machine that keeps nothing. */
  static nothing(): Kept {
    return new Kept(null, undefined, {}, new Map());
  }

  /**
   * The way in which the cache reads and writes it. While something is under way the cache forgets
   * nothing, since the answer may lead to it again; then it writes nothing of it anew.
   */
  storage(onRead: () => void, isUnderWay: () => boolean = () => false): StorageAdapter {
    let reach = new Reach({});
    return {
      readData: async () => {
        const entries = this.#entries;
        // It is the cache's from now on: what that forgets must not stay here.
        this.#entries = {};
        reach = new Reach(entries);
        return entries;
      },
      writeData: async (delta) => {
        for (const [key, text] of Object.entries(delta)) this.#pending.set(key, text);
        reach.take(delta);
        if (!isUnderWay()) for (const key of reach.letGo()) this.#pending.set(key, undefined);
        this.#writeSoon();
      },
      onCacheHydrated: onRead,
    };
  }

  /** When the record was asked what it answered last. */
  readAt(question: number): number | null {
    return this.#moments.get(question) ?? null;
  }

  noteRead(question: number, askedAt: number): void {
    this.#note(question, askedAt);
  }

  /** When she last wrote something that may have changed one of these fields of the record. */
  writtenAt(fields: readonly string[]): number {
    return Math.max(0, ...fields.map((field) => this.#moments.get(field) ?? 0));
  }

  noteWritten(fields: readonly string[]): void {
    for (const field of fields) this.#note(field, Date.now());
  }

  /** These parts were read again, whether or not they have changed. */
  noteFresh(parts: readonly string[]): void {
    for (const part of parts) this.#fresh.add(part);
    this.#writeSoon();
  }

  #note(what: number | string, moment: number) {
    this.#moments.set(what, moment);
    this.#pendingMoments.set(what, moment);
    this.#writeSoon();
  }

  /**
   * The server said who is signed in: from now on it is hers. False where what lies here is another's,
   * or was read with other rights: then it is erased, and all has to begin anew.
   */
  async own(viewer: Viewer): Promise<boolean> {
    if (!this.isOf(viewer)) {
      await eraseKept().catch(() => undefined);
      return false;
    }
    this.#mark = await this.#claim(viewer).catch(() => null);
    this.#writeSoon();
    return true;
  }

  /** Whether nothing that lies here was read by another, or with other rights. */
  isOf(viewer: Viewer): boolean {
    return this.viewer === null || isSame(this.viewer, viewer);
  }

  /** The mark under which she writes, the same in all tabs. What another left here is cleared. */
  async #claim(viewer: Viewer): Promise<string | null> {
    if (!this.#db) return null;
    const transaction = this.#db.transaction(STORES, "readwrite");
    transaction.done.catch(() => undefined);
    const owners = transaction.objectStore("owner");
    const before = await owners.get(OWNER);
    const isHers = before?.schema === SCHEMA && isSame(before.viewer, viewer);
    const mark = isHers ? before.mark : uuidV7();
    await Promise.all([
      ...(isHers ? [] : STORES.map((name) => transaction.objectStore(name).clear())),
      owners.put({ mark, schema: SCHEMA, viewer }, OWNER),
      transaction.done,
    ]);
    return mark;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#db?.close();
    this.#db = null;
  }

  /** What comes in one go is written in one go, and none of it later: a page may be left at any time. */
  #writeSoon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      // A full disk keeps what it kept before.
      this.#write().catch(() => undefined);
    });
  }

  async #write(): Promise<void> {
    if (!this.#db || !this.#mark) return;
    const transaction = this.#db.transaction(STORES, "readwrite");
    transaction.done.catch(() => undefined);
    const owner = await transaction.objectStore("owner").get(OWNER);
    if (owner?.mark !== this.#mark) return this.close();
    const entries = transaction.objectStore("entries");
    const reads = transaction.objectStore("reads");
    const at = Date.now();
    const [parts, moments] = [[...this.#pending], [...this.#pendingMoments]];
    const unchanged = [...this.#fresh].filter((key) => !this.#pending.has(key));
    this.#fresh.clear();
    this.#pending.clear();
    this.#pendingMoments.clear();
    await Promise.all([
      ...parts.map(([key, text]) =>
        text === undefined ? entries.delete(key) : entries.put({ text, at }, key),
      ),
      ...unchanged.map(async (key) => {
        const entry = await entries.get(key);
        if (entry) await entries.put({ ...entry, at }, key);
      }),
      ...moments.map(([key, moment]) => reads.put(moment, key)),
      transaction.done,
    ]);
  }
}

/** Whether she is who she was, acting for whom she did, with the rights that she had. */
function isSame(one: Viewer, other: Viewer): boolean {
  return isSameAsker(one, other) && one.role === other.role;
}
