import { type AnyVariables, type Client, createRequest, type TypedDocumentNode } from "urql";
import { ASIDE } from "../kit/graphql/away";
import type { Kept } from "../kit/offline/kept";

// What was read within it is not read again ahead of time.
const FRESH = 6 * 3_600_000;

/** Reads one thing after the other, until it is stopped or the network is away. */
export function reader(client: Client, kept: Pick<Kept, "readAt">) {
  let isStopped = false;
  return {
    stop: () => {
      isStopped = true;
    },
    /** Asks the record, unless it has answered lately; null where there is no answer. */
    async once<Data, Variables extends AnyVariables>(
      query: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ): Promise<Data | null> {
      if (isStopped) return null;
      const readAt = kept.readAt(createRequest(query, variables).key);
      const isFresh = readAt !== null && Date.now() - readAt < FRESH;
      const requestPolicy = isFresh ? "cache-first" : "network-only";
      const { data, error } = await client
        .query(query, variables, { ...ASIDE, requestPolicy })
        .toPromise();
      if (error?.networkError) isStopped = true;
      return data ?? null;
    },
  };
}
