import { cacheExchange } from "@urql/exchange-graphcache";
import {
  type Client,
  type Exchange,
  makeOperation,
  type Operation,
  type OperationResult,
} from "urql";
import { makeSubject, map, pipe, publish, tap } from "wonka";
import type { Kept } from "../offline/kept";
import { cacheRules } from "./cache";

const DAY = 24 * 3_600_000;

/**
 * The cache writes down only what has changed. What the record answers as it was before is as fresh,
 * and that is noted once a day for each question; it stands between the cache and the network.
 */
export function readAnew(kept: Kept): Exchange {
  const noted = new Map<number, number>();
  const note = (client: Client) => (result: OperationResult) => {
    const { kind, key } = result.operation;
    const now = Date.now();
    if (kind !== "query" || !result.data || now - (noted.get(key) ?? 0) < DAY) return;
    noted.set(key, now);
    void partsOf(client, result).then((parts) => kept.noteFresh(parts));
  };
  return ({ client, forward }) =>
    (operations) =>
      pipe(operations, forward, tap(note(client)));
}

/** The parts of the cache of which an answer consists, by their keys: all that is new to an empty one. */
function partsOf(client: Client, result: OperationResult): Promise<string[]> {
  return new Promise((resolve) => {
    const { source: asked, next: ask } = makeSubject<Operation>();
    const { kind, context } = result.operation;
    let isWritten = false;
    const empty = cacheExchange({
      ...cacheRules,
      storage: {
        readData: async () => ({}),
        writeData: async (parts) => {
          if (isWritten) resolve(Object.keys(parts));
        },
        onCacheHydrated: () =>
          ask(makeOperation(kind, result.operation, { ...context, requestPolicy: "network-only" })),
      },
    });
    pipe(
      asked,
      empty({
        client,
        dispatchDebug: () => {},
        forward: map((operation) => ({ ...result, operation })),
      }),
      tap(() => {
        isWritten = true;
      }),
      publish,
    );
  });
}
