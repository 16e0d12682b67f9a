import { cacheExchange } from "@urql/exchange-graphcache";
import { Client, type CombinedError, fetchExchange, mapExchange } from "urql";
import { cacheRules } from "./cache";

/**
 * One client a sign-in: signing in or out makes a new one, so that nobody ever sees what another
 * user's reads left in the cache.
 */
export function makeClient(onSignedOut: () => void): Client {
  return new Client({
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
          if (hasCode(error, "UNAUTHENTICATED")) onSignedOut();
        },
      }),
      cacheExchange(cacheRules),
      fetchExchange,
    ],
  });
}

/** Whether the address names no record, as its id is none: there is nothing to try again. */
export function isNoId(error: CombinedError | undefined): boolean {
  return hasCode(error, "INVALID_ID");
}

/** Whether one of the errors of the answer carries this code. */
export function hasCode(error: CombinedError | undefined, code: string): boolean {
  return error?.graphQLErrors.some((one) => one.extensions?.code === code) ?? false;
}
