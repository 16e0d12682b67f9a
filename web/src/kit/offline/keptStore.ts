import type { SerializedEntries } from "@urql/exchange-graphcache";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Viewer_ViewerFragment as Viewer } from "../../gql/graphql";
import { noteErased, noteToErase } from "./erasure";
import { Reach } from "./reach";

/** Whose reads lie here. Of another mark they are those of another sign-in. */
interface Owner {
  mark: string;
  /** Of which contract they are. */
  schema: string;
  viewer: Viewer;
}

interface Stored extends DBSchema {
  /** The parts of the cache, each with the moment at which it was last read from the record. */
  entries: { key: string; value: { text: string; at: number } };
  /** When each question was last answered by the record, and when each field of it was last written. */
  reads: { key: number | string; value: number };
  owner: { key: string; value: Owner };
}

export type KeptStore = IDBPDatabase<Stored>;
/** By the question, or by the name of the field. */
export type Moments = Map<number | string, number>;

export const STORES = ["entries", "reads", "owner"] as const;
/** The key of the one owner. */
export const OWNER = "owner";

const MOST_AGE = 30 * 24 * 3_600_000;
// Some megabytes: the cards of hundreds of offices.
const MOST_ENTRIES = 30_000;
// Some browsers never answer a page that may not keep anything.
const PATIENCE = 2_000;

/** A place of its own, so that what waits to be sent has no part in what is erased. */
export async function openStore(): Promise<KeptStore> {
  const opening = openDB<Stored>("rabta.read", 1, {
    upgrade(db) {
      for (const name of STORES) db.createObjectStore(name);
    },
    // A later version of the page, in another tab, must not have to wait for this one.
    blocking: (_present, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  const tooLong = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("the browser took too long to open its database")), PATIENCE);
  });
  return Promise.race([opening, tooLong]);
}

/** Nothing that anybody has read stays on this machine. */
export async function eraseKept(): Promise<void> {
  noteToErase();
  const db = await openStore();
  await clear(db);
  db.close();
  noteErased();
}

export async function clear(db: KeptStore): Promise<void> {
  const transaction = db.transaction(STORES, "readwrite", { durability: "strict" });
  await Promise.all([
    ...STORES.map((name) => transaction.objectStore(name).clear()),
    transaction.done,
  ]);
}

/** What is not too old and can be arrived at; where it is too much, what was read last. */
export async function entriesOf(db: KeptStore): Promise<SerializedEntries> {
  const { store, done } = db.transaction("entries", "readwrite");
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const all = keys.flatMap((key, index) => {
    const value = values[index];
    return value ? [{ key, ...value }] : [];
  });
  const oldest = Date.now() - MOST_AGE;
  const kept = all
    .filter(({ at }) => at >= oldest)
    .sort((one, other) => other.at - one.at)
    .slice(0, MOST_ENTRIES);
  const texts = new Map(kept.map(({ key, text }) => [key, text]));
  for (const key of new Reach(Object.fromEntries(texts)).outOfReach()) texts.delete(key);
  for (const key of keys) if (!texts.has(key)) void store.delete(key);
  await done;
  return Object.fromEntries(texts);
}

/** When each question was answered and each field written, as far as that is not too long ago. */
export async function momentsOf(db: KeptStore): Promise<Moments> {
  const { store, done } = db.transaction("reads", "readwrite");
  const [keys, moments] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const oldest = Date.now() - MOST_AGE;
  const all: Moments = new Map(keys.map((key, index) => [key, moments[index] ?? 0]));
  for (const [key, at] of all) {
    if (at >= oldest) continue;
    all.delete(key);
    void store.delete(key);
  }
  await done;
  return all;
}
