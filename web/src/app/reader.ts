import { type AnyVariables, type Client, createRequest, type TypedDocumentNode } from "urql";
import { ASIDE } from "../kit/graphql/away";
import { fieldsOf } from "../kit/graphql/writes";
import type { Kept } from "../kit/offline/kept";

// What was read within it is not read again ahead of time.
const FRESH = 6 * 3_600_000;

/** Reads one thing after the other, until it is stopped or the network is away. */
export function reader(client: Client, kept: Pick<Kept, "readAt" | "writtenAt">) {
  let isStopped = false;
  let isAway = false;
  return {
    stop: () => {
      isStopped = true;
    },
    /** Whether something is left unread for want of a network. */
    isAway: () => isAway,
    /**
     * Asks the record, unless it has answered lately and nothing was written since that may have
     * changed the answer; null where there is none.
     */
    async once<Data, Variables extends AnyVariables>(
      query: TypedDocumentNode<Data, Variables>,
      variables: Variables,
    ): Promise<Data | null> {
      if (isStopped || isAway) return null;
      const request = createRequest(query, variables);
      const readAt = kept.readAt(request.key) ?? 0;
      const writtenAt = kept.writtenAt(fieldsOf(request.query));
      const isFresh = readAt >= writtenAt && Date.now() - readAt < FRESH;
      const requestPolicy = isFresh ? "cache-first" : "network-only";
      const { data, error } = await client
        .query(query, variables, { ...ASIDE, requestPolicy })
        .toPromise();
      if (error?.networkError) isAway = true;
      return data ?? null;
    },
  };
}
