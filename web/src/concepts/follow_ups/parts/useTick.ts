import { useRef, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../../gql";
import { type Outcome, outcomeOf } from "../../../kit/graphql/outcome";
import { uuidV7 } from "../../../kit/ids";

const CompleteMutation = graphql(`
  mutation CompleteFollowUp($input: CompleteFollowUpInput!) {
    completeFollowUp(input: $input) {
      followUpAction {
        id
        version
        status
        completedOn
        isOverdue
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const ReopenMutation = graphql(`
  mutation ReopenFollowUp($input: ReopenFollowUpInput!) {
    reopenFollowUp(input: $input) {
      followUpAction {
        id
        version
        status
        completedOn
        isOverdue
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

type Way = "complete" | "reopen";

/**
 * Ticks a task and takes the tick back. The two go to the server one after the other, however fast
 * they were tapped; a tap that found no network keeps its request id for the next try.
 */
export function useTick(taskId: string) {
  const client = useClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const unsent = useRef<{ way: Way; requestId: string } | null>(null);
  const [failure, setFailure] = useState<Outcome<unknown>["kind"] | null>(null);

  const send = async (way: Way) => {
    const requestId = unsent.current?.way === way ? unsent.current.requestId : uuidV7();
    unsent.current = { way, requestId };
    const input = { id: taskId, requestId };
    const outcome =
      way === "complete"
        ? outcomeOf(
            await client.mutation(CompleteMutation, { input }),
            (data) => data.completeFollowUp,
          )
        : outcomeOf(
            await client.mutation(ReopenMutation, { input }),
            (data) => data.reopenFollowUp,
          );
    const isSettled = outcome.kind === "done" || outcome.kind === "refused";
    if (isSettled) unsent.current = null;
    setFailure(outcome.kind === "done" ? null : outcome.kind);
  };

  const tick = (way: Way) => {
    queue.current = queue.current.then(() => send(way));
  };

  return { tick, failure };
}
