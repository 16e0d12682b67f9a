import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { isWaiting, type Unsent } from "./unsent";

/** Makes of what lies there what shall lie there: null takes it away, undefined leaves it as it is. */
type Change = (was: Unsent | undefined) => Unsent | null | undefined;

interface Stored extends DBSchema {
  unsent: { key: string; value: Unsent; indexes: { userId: string } };
  /** Always empty: what is written to it tells whether there is room. */
  trial: { key: string; value: string };
}

// As much as a long meeting takes.
const ROOM = 64_000;

// Some browsers never answer a page that may not keep anything, and some take their time.
const PATIENCE = 3_000;

/**
 * Where lies what one user has not sent yet: on the machine, which outlives the page, the browser and the
 * battery. What it cannot put there, because the disk is full or the browser gives no way to it, it
 * holds itself for as long as the page lies open, beside what can still be read and taken away there.
 */
export class Shelf {
  readonly #owner: string;
  /** What this page can read. */
  readonly #shapes: readonly number[];
  /** The machine opened after all, when the page had gone on without it. */
  readonly #onOpenedLate: () => void;
  /** What lies here, as far as it is known. */
  #rows = new Map<string, Unsent>();
  /** What the machine has otherwise than it is known here. */
  #notStored = new Set<string>();
  #opening: Promise<IDBPDatabase<Stored>> | null = null;
  #isLate = false;
  #isRead = false;
  #hasRoom = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(owner: string, shapes: readonly number[], onOpenedLate: () => void) {
    this.#owner = owner;
    this.#shapes = shapes;
    this.#onOpenedLate = onOpenedLate;
  }

  /** Whether what is put here now reaches the disk. */
  get isKept(): boolean {
    return this.#hasRoom && this.isStored;
  }

  /** Whether all that lies here is on the disk as it is known here, be there room for more or not. */
  get isStored(): boolean {
    return this.#isRead && this.#notStored.size === 0;
  }

  /** Whether it is known what lies on the machine. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** All that lies here. It is read before anything is tried out, as a full disk can still be read. */
  all(): Promise<Unsent[]> {
    return this.#inTurn(async () => {
      this.#isRead = await this.#read().catch(() => false);
      if (!this.isKept) this.#hasRoom = await this.#makeUp().catch(() => false);
      return [...this.#rows.values()];
    });
  }

  /** In one step, so that two tabs never write over each other. Answers with what lies there now. */
  update(id: string, change: Change): Promise<Unsent | null> {
    return this.#inTurn(async () => {
      if (!this.#notStored.has(id)) {
        try {
          return this.#know(id, await this.#change(id, change));
        } catch {
          this.#hasRoom = false;
        }
      }
      const was = this.#rows.get(id);
      const now = change(was);
      if (now === undefined) return was ?? null;
      this.#know(id, now);
      this.#notStored.add(id);
      await this.#store(id).catch(() => undefined);
      return now;
    });
  }

  /** Takes away what is known to lie here, or these, and nothing else. Fails where it may still lie there. */
  clear(these?: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      await this.#onMachine(async (db) => {
        const { store, done } = writing(db);
        const ids = new Set(these ?? [...this.#rows.keys(), ...this.#notStored]);
        await Promise.all([...[...ids].map((id) => store.delete(id)), done]);
      });
      this.#rows.clear();
      this.#notStored.clear();
    });
  }

  /** False where something lies there that this page cannot read. */
  async #read(): Promise<boolean> {
    const rows = await this.#onMachine((db) => db.getAllFromIndex("unsent", "userId", this.#owner));
    // Of another shape are those that a later version of the page left: they stay for it.
    const readable = rows.filter(({ shape }) => this.#shapes.includes(shape));
    const own = [...this.#rows].filter(([id]) => this.#notStored.has(id));
    const others = readable.filter(({ id }) => !this.#notStored.has(id));
    this.#rows = new Map([...others.map((row) => [row.id, row] as const), ...own]);
    return readable.length === rows.length;
  }

  /** Puts there what could not be put there before; that it opens does not say that there is room. */
  async #makeUp(): Promise<boolean> {
    for (const id of this.#notStored) await this.#store(id);
    await this.#onMachine(async (db) => {
      const { store, done } = db.transaction("trial", "readwrite", { durability: "strict" });
      await Promise.all([store.put(" ".repeat(ROOM), "trial"), store.delete("trial"), done]);
    });
    return true;
  }

  async #change(id: string, change: Change): Promise<Unsent | null> {
    return this.#onMachine(async (db) => {
      const { store, done } = writing(db);
      const was = await store.get(id);
      const now = change(was);
      if (now === null) await Promise.all([store.delete(id), done]);
      else if (now) await Promise.all([store.put(now), done]);
      else await done;
      return (now === undefined ? was : now) ?? null;
    });
  }

  /** What another tab has handed over meanwhile stays as it is, unless it is done with. */
  async #store(id: string): Promise<void> {
    const row = this.#rows.get(id) ?? null;
    const isOvertaken = (was: Unsent | undefined) =>
      was !== undefined && isWaiting(was) && row !== null && !isWaiting(row);
    const stored = await this.#change(id, (was) => (isOvertaken(was) ? undefined : row));
    this.#know(id, stored);
    this.#notStored.delete(id);
  }

  #know(id: string, row: Unsent | null): Unsent | null {
    if (row) this.#rows.set(id, row);
    else this.#rows.delete(id);
    return row;
  }

  /** One thing after the other, or what fails late would undo what came after it. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** A connection that the browser has closed is opened anew, once. */
  async #onMachine<Result>(work: (db: IDBPDatabase<Stored>) => Promise<Result>): Promise<Result> {
    const db = await this.#opened();
    try {
      return await work(db);
    } catch (error) {
      if (error instanceof DOMException && error.name === "QuotaExceededError") throw error;
      this.#opening = null;
      db.close();
    }
    return work(await this.#opened());
  }

  async #opened(): Promise<IDBPDatabase<Stored>> {
    if (this.#isLate) throw new Error("the browser has not opened its database yet");
    this.#opening ??= this.#open();
    const opening = this.#opening;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), PATIENCE);
    });
    const db = await Promise.race([opening, tooLong]).finally(() => clearTimeout(timer));
    if (db !== "late") return db;
    this.#isLate = true;
    const goOn = () => {
      this.#isLate = false;
      this.#onOpenedLate();
    };
    void opening.then(goOn, goOn);
    throw new Error("the browser took too long to open its database");
  }

  async #open(): Promise<IDBPDatabase<Stored>> {
    try {
      return await openUnsent();
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }
}

/** Whose all is that lies on this machine, of those whose names begin so. */
export async function ownersHere(beginning: string): Promise<string[]> {
  const db = await openUnsent();
  const within = IDBKeyRange.bound(beginning, `${beginning}\uffff`);
  const rows = await db.getAllFromIndex("unsent", "userId", within);
  db.close();
  return [...new Set(rows.map(({ userId }) => userId))];
}

function openUnsent(): Promise<IDBPDatabase<Stored>> {
  return openDB<Stored>("rabta", 1, {
    upgrade(db) {
      db.createObjectStore("unsent", { keyPath: "id" }).createIndex("userId", "userId");
      db.createObjectStore("trial");
    },
    // A later version of the page, in another tab, must not have to wait for this one.
    blocking: (_present, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

function writing(db: IDBPDatabase<Stored>) {
  const { store, done } = db.transaction("unsent", "readwrite", { durability: "strict" });
  // Awaited by who wrote something; where that failed before, nobody is left to hear of it.
  done.catch(() => undefined);
  return { store, done };
}
