import type { Exchange, Operation, OperationResult } from "urql";
import { pipe, tap } from "wonka";
import type { Kept } from "../offline/kept";
import { madeOld } from "./madeOld";

/**
 * Sees to it that what a write has made old is read anew, and that it stays until then: taken out of
 * the cache it would be gone from the machine too, and she would drive off with nothing.
 */
export class Writes {
  #kept: Kept;
  #asked = new Map<number, Operation>();
  #underWay = new Set<number>();
  #overtaken = new Set<number>();
  #listeners = new Set<() => void>();

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** To be told when something that is kept has become old. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks anew what stands on the page. */
  exchange(ask: (operation: Operation) => void): Exchange {
    const onOperation = (operation: Operation) => {
      const { kind, key } = operation;
      if (kind === "query") {
        this.#asked.set(key, operation);
        this.#underWay.add(key);
      } else if (kind === "teardown") {
        for (const of of [this.#asked, this.#underWay, this.#overtaken]) of.delete(key);
      }
    };
    const onResult = ({ operation, data, stale }: OperationResult) => {
      if (operation.kind === "query" && !stale) {
        this.#underWay.delete(operation.key);
        if (this.#overtaken.delete(operation.key)) ask(operation);
      }
      if (operation.kind !== "mutation" || !data) return;
      const { fields, onPage } = madeOld(data);
      this.#kept.noteWritten(fields);
      const old = new Set([...fields, ...onPage]);
      for (const one of this.#asked.values()) {
        if (!fieldsOf(one.query).some((field) => old.has(field))) continue;
        // What was asked before the write tells how it was before; a second time it is not asked
        // until that has come.
        if (this.#underWay.has(one.key)) this.#overtaken.add(one.key);
        else ask(one);
      }
      if (fields.length > 0) for (const listener of this.#listeners) listener();
    };
    return ({ forward }) =>
      (operations) =>
        pipe(operations, tap(onOperation), forward, tap(onResult));
  }
}

/** The fields of the record that a question asks for. */
export function fieldsOf(query: Operation["query"]): string[] {
  return query.definitions.flatMap((definition) =>
    definition.kind === "OperationDefinition"
      ? definition.selectionSet.selections.flatMap((one) =>
          one.kind === "Field" ? one.name.value : [],
        )
      : [],
  );
}
