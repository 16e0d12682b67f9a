import type { Exchange, Operation, OperationResult } from "urql";
import { pipe, tap } from "wonka";
import { keepTrying } from "../offline/keepTrying";

/**
 * Asks again what a page on the screen asked in vain for want of a network, so that what it says of
 * that goes away by itself. Where it was a write that failed so, one of its questions is asked, as
 * nothing else would tell that the network is back.
 */
export function failedReads(ask: (operation: Operation) => void): {
  exchange: Exchange;
  stop: () => void;
} {
  const shown = new Map<number, Operation>();
  const failed = new Map<number, Operation>();
  const trying = keepTrying(
    async () => {
      for (const operation of failed.values()) ask(operation);
      return failed.size > 0;
    },
    (defect) => reportError(defect),
  );
  const onOperation = (operation: Operation) => {
    const { kind, key } = operation;
    if (kind === "query") shown.set(key, operation);
    if (kind !== "teardown") return;
    shown.delete(key);
    failed.delete(key);
  };
  const onResult = ({ operation, error, stale }: OperationResult) => {
    if (stale) return;
    if (!error?.networkError) {
      failed.delete(operation.key);
      return;
    }
    const [first] = shown.values();
    const question = operation.kind === "query" ? operation : first;
    if (!question) return;
    failed.set(question.key, question);
    trying.later();
  };
  // By hand, because urql's own mapExchange does not tell when a page lets go of a query.
  const exchange: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(operations, tap(onOperation), forward, tap(onResult));
  return { exchange, stop: trying.stop };
}
