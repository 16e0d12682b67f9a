import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { SHAPE, type Unsent } from "./unsent";

/** Makes of what lies there what shall lie there: null takes it away, `was` leaves it as it is. */
type Change = (was: Unsent | undefined) => Unsent | null | undefined;

/** Where one user's unsent meetings lie. */
export interface Shelf {
  all(): Promise<Unsent[]>;
  /** In one step, so that two tabs never write over each other. Answers with what lies there now. */
  update(id: string, change: Change): Promise<Unsent | null>;
  clear(): Promise<void>;
}

interface Stored extends DBSchema {
  unsent: { key: string; value: Unsent; indexes: { userId: string } };
  /** Always empty: what is written to it tells whether there is room. */
  trial: { key: string; value: string };
}

// As much as a long meeting takes.
const ROOM = 64_000;

// Some browsers never answer a page that may not keep anything.
const PATIENCE = 3_000;

/**
 * The machine's own shelf, which outlives the page, the browser and the battery: what it says is
 * kept has reached the disk. Fails where the browser keeps nothing for this page.
 */
export async function openShelf(userId: string): Promise<Shelf> {
  const opening = openDB<Stored>("rabta", 1, {
    upgrade(db) {
      db.createObjectStore("unsent", { keyPath: "id" }).createIndex("userId", "userId");
      db.createObjectStore("trial");
    },
    // A later version of the page, in another tab, must not have to wait for this one.
    blocking: (_present, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  const tooLong = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("the browser did not open its database")), PATIENCE);
  });
  const db = await Promise.race([opening, tooLong]);
  await tryOut(db);
  return new StoredShelf(db, userId);
}

/** That it opens does not say that it keeps anything. */
async function tryOut(db: IDBPDatabase<Stored>): Promise<void> {
  const { store, done } = db.transaction("trial", "readwrite", { durability: "strict" });
  await Promise.all([store.put(" ".repeat(ROOM), "trial"), store.delete("trial"), done]);
}

class StoredShelf implements Shelf {
  readonly #db: IDBPDatabase<Stored>;
  readonly #userId: string;

  constructor(db: IDBPDatabase<Stored>, userId: string) {
    this.#db = db;
    this.#userId = userId;
  }

  async all() {
    const rows = await this.#db.getAllFromIndex("unsent", "userId", this.#userId);
    // Of another shape are those that a later version of the page left: they stay for it.
    return rows.filter(({ shape }) => shape === SHAPE);
  }

  async update(id: string, change: Change) {
    const { store, done } = this.#write();
    const was = await store.get(id);
    const now = change(was);
    if (now === null) await store.delete(id);
    else if (now) await store.put(now);
    await done;
    return (now === undefined ? was : now) ?? null;
  }

  async clear() {
    const { store, done } = this.#write();
    for (const key of await store.index("userId").getAllKeys(this.#userId)) await store.delete(key);
    await done;
  }

  #write() {
    return this.#db.transaction("unsent", "readwrite", { durability: "strict" });
  }
}

/** For as long as the page lies open, where the machine keeps nothing. */
export class MemoryShelf implements Shelf {
  readonly #rows: Map<string, Unsent>;

  constructor(rows: readonly Unsent[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  async all() {
    return [...this.#rows.values()];
  }

  async update(id: string, change: Change) {
    const was = this.#rows.get(id);
    const now = change(was);
    if (now === null) this.#rows.delete(id);
    else if (now) this.#rows.set(id, now);
    return (now === undefined ? was : now) ?? null;
  }

  async clear() {
    this.#rows.clear();
  }
}
