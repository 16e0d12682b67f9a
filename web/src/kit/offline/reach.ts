import type { SerializedEntries } from "@urql/exchange-graphcache";

/** From here the pages read everything. */
const ROOT = "Query";

/**
 * What leads to what among the parts that the cache writes down. What nothing leads to any more is
 * forgotten, as it is in the cache itself: a sentence that was withdrawn is read by no page then, and
 * has no reason to lie on the machine.
 */
export class Reach {
  /** The parts of each record, and where each of them leads. */
  #records = new Map<string, Map<string, readonly string[]>>();
  /** How many parts lead to a record. */
  #counts = new Map<string, number>();
  /** Records to which a part led that does not any more. */
  #left = new Set<string>();

  constructor(entries: SerializedEntries) {
    for (const [part, text] of Object.entries(entries)) this.#set(part, text);
  }

  /** Takes in what the cache has written down. */
  take(delta: SerializedEntries): void {
    for (const [part, text] of Object.entries(delta)) this.#set(part, text);
  }

  /** The parts of what nothing leads to any more; they are not known here from then on. */
  letGo(): string[] {
    const gone: string[] = [];
    // What is left by what is let go follows in the same turn.
    for (const record of this.#left) {
      this.#left.delete(record);
      if (record === ROOT || this.#counts.get(record)) continue;
      const parts = [...(this.#records.get(record)?.keys() ?? [])];
      for (const part of parts) this.#set(part, undefined);
      gone.push(...parts);
    }
    return gone;
  }

  /** The parts at which no page can arrive, also where they lead to each other. */
  outOfReach(): string[] {
    const reached = new Set([ROOT]);
    for (const record of reached) {
      for (const targets of this.#records.get(record)?.values() ?? []) {
        for (const target of targets) reached.add(target);
      }
    }
    return [...this.#records].flatMap(([record, parts]) =>
      reached.has(record) ? [] : [...parts.keys()],
    );
  }

  #set(part: string, text: string | undefined) {
    const record = recordOf(part);
    const parts = this.#records.get(record) ?? new Map<string, readonly string[]>();
    const before = parts.get(part) ?? [];
    const after = targetsOf(text);
    for (const target of after) this.#counts.set(target, (this.#counts.get(target) ?? 0) + 1);
    for (const target of before) {
      const count = (this.#counts.get(target) ?? 0) - 1;
      if (count > 0) this.#counts.set(target, count);
      else {
        this.#counts.delete(target);
        this.#left.add(target);
      }
    }
    if (text === undefined) parts.delete(part);
    else parts.set(part, after);
    if (parts.size > 0) this.#records.set(record, parts);
    else this.#records.delete(record);
  }
}

/** The record that a part belongs to, as the cache names its parts: record, point, field. */
function recordOf(part: string): string {
  return part.slice(0, part.indexOf(".")).replace(/%2e/g, ".");
}

/** A part that leads elsewhere begins with a colon; it leads to one record, to a list, or to nothing. */
function targetsOf(text: string | undefined): string[] {
  if (!text?.startsWith(":")) return [];
  return [JSON.parse(text.slice(1))]
    .flat(Number.POSITIVE_INFINITY)
    .filter((target) => typeof target === "string");
}
