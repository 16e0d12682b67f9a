import { cacheExchange } from "@urql/exchange-graphcache";
import { createContext, useContext } from "react";
import { Client, type CombinedError, fetchExchange, mapExchange, type Operation } from "urql";
import { Kept } from "../offline/kept";
import { Reading } from "./away";
import { cacheRules } from "./cache";
import { failedReads } from "./failedReads";
import { readAnew } from "./readAnew";
import { UnderWay } from "./underWay";
import { Writes } from "./writes";

export interface Connection {
  client: Client;
  kept: Kept;
  reading: Reading;
  writes: Writes;
  /** To be told where an answer shows that nobody is signed in any more. */
  noteEnded: () => void;
  /**
   * Whether she is signing out herself: what is answered meanwhile ends nothing, so that the page
   * stays until nothing of hers is left and can say what could not be deleted.
   */
  setLeaving: (isLeaving: boolean) => void;
  isLeaving: () => boolean;
  close: () => void;
}

/** For whom is asked, and who is told of it when the answers show that this has ended. */
export interface Asking {
  /** The member for whom he acts; null for himself. */
  actingFor?: string | null;
  onSignedOut: () => void;
  /** She lets him no longer. */
  onNotLet?: () => void;
}

/**
 * One client a sign-in, and a member acted for: a change of these makes a new one, so that nobody ever
 * sees what another user's reads left in the cache. It knows from the beginning what was kept of her own.
 */
export async function open(asking: Asking): Promise<Connection> {
  const kept = await Kept.open();
  return new Promise((resolve) => {
    const connection = connect(asking, kept, () => resolve(connection));
  });
}

/** A client, which tells when what was kept is in its cache. */
export function connect(
  { actingFor, onSignedOut, onNotLet }: Asking,
  kept: Kept = Kept.nothing(),
  onRead: () => void = () => {},
): Connection {
  let isOver = false;
  let isLeaving = false;
  let isNotLet = false;
  const noteEnded = () => {
    // What is answered late to an earlier sign-in says nothing of the present one.
    if (!isOver && !isLeaving) onSignedOut();
  };
  // All that is asked at once is answered so, and it is said once.
  const noteNotLet = () => {
    if (isOver || isLeaving || isNotLet) return;
    isNotLet = true;
    onNotLet?.();
  };
  const setLeaving = (is: boolean) => {
    isLeaving = is;
  };
  const reading = new Reading(kept);
  const writes = new Writes(kept);
  const underWay = new UnderWay();
  const ask = (operation: Operation) => {
    const context = { ...operation.context, requestPolicy: "network-only" as const };
    client.reexecuteOperation(client.createRequestOperation("query", operation, context));
  };
  const { exchange: askAgain, stop } = failedReads(ask);
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    requestPolicy: "cache-and-network",
    fetchOptions: {
      credentials: "same-origin",
      headers: {
        accept: "application/graphql-response+json",
        ...(actingFor ? { "rabta-acting-for": actingFor } : {}),
      },
    },
    exchanges: [
      mapExchange({
        onError(error) {
          if (hasCode(error, "UNAUTHENTICATED")) noteEnded();
          if (hasCode(error, "MAY_NOT_ACT_FOR")) noteNotLet();
        },
      }),
      askAgain,
      writes.exchange(ask),
      reading.above,
      cacheExchange({ ...cacheRules, storage: kept.storage(onRead, underWay.isSome) }),
      underWay.exchange,
      readAnew(kept),
      reading.below,
      fetchExchange,
    ],
  });
  const deafen = reading.listen();
  const close = () => {
    isOver = true;
    stop();
    deafen();
    kept.close();
  };
  return {
    client,
    kept,
    reading,
    writes,
    noteEnded,
    setLeaving,
    isLeaving: () => isLeaving,
    close,
  };
}

export const ConnectionContext = createContext<Connection | null>(null);

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error("useConnection needs a connection above it");
  return connection;
}

/** Whether the address names no record, as its id is none: there is nothing to try again. */
export function isNoId(error: CombinedError | undefined): boolean {
  return hasCode(error, "INVALID_ID");
}

/** Whether one of the errors of the answer carries this code. */
export function hasCode(error: CombinedError | undefined, code: string): boolean {
  return error?.graphQLErrors.some((one) => one.extensions?.code === code) ?? false;
}
