import type { Exchange, Operation, OperationResult } from "urql";
import { pipe, tap } from "wonka";

/** What was asked of the record and is not answered yet; it stands between the cache and the network. */
export class UnderWay {
  #keys = new Set<number>();

  exchange: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(operations, tap(this.#noteAsked), forward, tap(this.#noteAnswered));

  isSome = (): boolean => this.#keys.size > 0;

  #noteAsked = ({ kind, key }: Operation) => {
    if (kind === "teardown") this.#keys.delete(key);
    else this.#keys.add(key);
  };

  #noteAnswered = ({ operation }: OperationResult) => {
    this.#keys.delete(operation.key);
  };
}
