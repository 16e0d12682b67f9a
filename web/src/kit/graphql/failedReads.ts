import type { Exchange, Operation, OperationResult } from "urql";
import { pipe, tap } from "wonka";
import { keepTrying } from "../offline/keepTrying";

/**
 * Asks again what a page on the screen asked in vain for want of a network, so that what it says of
 * that goes away by itself.
 */
export function failedReads(ask: (operation: Operation) => void): {
  exchange: Exchange;
  stop: () => void;
} {
  const failed = new Map<number, Operation>();
  const trying = keepTrying(
    async () => {
      for (const operation of failed.values()) ask(operation);
      return failed.size > 0;
    },
    (defect) => reportError(defect),
  );
  const onOperation = ({ kind, key }: Operation) => {
    if (kind === "teardown") failed.delete(key);
  };
  const onResult = ({ operation, error, stale }: OperationResult) => {
    if (operation.kind !== "query" || stale) return;
    if (error?.networkError) {
      failed.set(operation.key, operation);
      trying.later();
    } else {
      failed.delete(operation.key);
    }
  };
  // By hand, because urql's own mapExchange does not tell when a page lets go of a query.
  const exchange: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(operations, tap(onOperation), forward, tap(onResult));
  return { exchange, stop: trying.stop };
}
