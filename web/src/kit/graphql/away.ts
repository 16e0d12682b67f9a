import { type Exchange, makeOperation, type Operation, type OperationResult } from "urql";
import { map, pipe, tap } from "wonka";
import type { Kept } from "../offline/kept";
import { fetchInTime } from "./fetchInTime";

/** Whether the record is out of reach, and how old the oldest is of what is shown meanwhile. */
export interface Away {
  isAway: boolean;
  /** Null where that is not known, or nothing is shown. */
  asOf: number | null;
}

/** Given with a question of which the answer does not stand on the page. */
export const ASIDE = { isAside: true };

/**
 * Without a network the pages show what was read before. The cache forgets that it had an answer once
 * the network has failed; so what was shown last stays, and it is told how old that is.
 */
export class Reading {
  #kept: Kept;
  #away: Away = { isAway: false, asOf: null };
  #shown = new Map<number, OperationResult>();
  #listeners = new Set<() => void>();

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** Until it is stopped, the browser is heard too, which may know before anything is asked in vain. */
  listen(): () => void {
    const go = () => this.#tell(true);
    const comeBack = () => this.#tell(false);
    window.addEventListener("offline", go);
    window.addEventListener("online", comeBack);
    return () => {
      window.removeEventListener("offline", go);
      window.removeEventListener("online", comeBack);
    };
  }

  away = (): Away => this.#away;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Between the pages and the cache. */
  above: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(operations, tap(this.#letGo), forward, map(this.#keepShown));

  /** Between the cache and the network. */
  below: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(operations, map(outgoing), forward, tap(this.#noteAnswer));

  #letGo = ({ kind, key }: Operation) => {
    if (kind === "teardown" && this.#shown.delete(key)) this.#tell(this.#away.isAway);
  };

  #keepShown = (result: OperationResult): OperationResult => {
    const { key, kind } = result.operation;
    if (kind !== "query") return result;
    const before = this.#shown.get(key);
    if (result.error?.networkError && !result.data) {
      return before ? { ...result, data: before.data } : result;
    }
    if (result.data) {
      this.#shown.set(key, result);
      this.#tell(this.#away.isAway);
    }
    return result;
  };

  #noteAnswer = ({ operation, data, error }: OperationResult) => {
    const isAway = Boolean(error?.networkError);
    const { kind, key, context } = operation;
    if (kind === "query" && data) this.#kept.noteRead(key, context.askedAt);
    this.#tell(isAway);
  };

  #tell(isAway: boolean) {
    const asOf = isAway ? this.#oldest() : null;
    if (isAway === this.#away.isAway && asOf === this.#away.asOf) return;
    this.#away = { isAway, asOf };
    for (const listener of this.#listeners) listener();
  }

  #oldest(): number | null {
    const moments = [...this.#shown.values()]
      .filter(({ operation }) => !operation.context.isAside)
      .flatMap(({ operation }) => this.#kept.readAt(operation.key) ?? []);
    return moments.length > 0 ? Math.min(...moments) : null;
  }
}

/** Asked in time, and known by when: an answer may come after something was written. */
function outgoing(operation: Operation): Operation {
  const { kind, context } = operation;
  if (kind !== "query") return operation;
  return makeOperation(kind, operation, { ...context, fetch: fetchInTime, askedAt: Date.now() });
}
