import { cacheExchange } from "@urql/exchange-graphcache";
import { Client, type CombinedError, fetchExchange, mapExchange } from "urql";
import { cacheRules } from "./cache";
import { failedReads } from "./failedReads";

export interface Connection {
  client: Client;
  close: () => void;
}

/**
 * One client a sign-in: signing in or out makes a new one, so that nobody ever sees what another
 * user's reads left in the cache.
 */
export function connect(onSignedOut: () => void): Connection {
  let isOver = false;
  const { exchange: askAgain, stop } = failedReads((operation) => {
    const context = { ...operation.context, requestPolicy: "network-only" as const };
    client.reexecuteOperation(client.createRequestOperation("query", operation, context));
  });
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    requestPolicy: "cache-and-network",
    fetchOptions: {
      credentials: "same-origin",
      headers: { accept: "application/graphql-response+json" },
    },
    exchanges: [
      mapExchange({
        onError(error) {
          // What is answered late to an earlier sign-in says nothing of the present one.
          if (!isOver && hasCode(error, "UNAUTHENTICATED")) onSignedOut();
        },
      }),
      askAgain,
      cacheExchange(cacheRules),
      fetchExchange,
    ],
  });
  const close = () => {
    isOver = true;
    stop();
  };
  return { client, close };
}

/** Whether the address names no record, as its id is none: there is nothing to try again. */
export function isNoId(error: CombinedError | undefined): boolean {
  return hasCode(error, "INVALID_ID");
}

/** Whether one of the errors of the answer carries this code. */
export function hasCode(error: CombinedError | undefined, code: string): boolean {
  return error?.graphQLErrors.some((one) => one.extensions?.code === code) ?? false;
}
