import { type Exchange, mapExchange, type Operation } from "urql";
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
  const exchange = mapExchange({
    onOperation({ kind, key }) {
      if (kind === "teardown") failed.delete(key);
    },
    onResult({ operation, error, stale }) {
      if (operation.kind !== "query" || stale) return;
      if (error?.networkError) {
        failed.set(operation.key, operation);
        trying.later();
      } else {
        failed.delete(operation.key);
      }
    },
  });
  return { exchange, stop: trying.stop };
}
