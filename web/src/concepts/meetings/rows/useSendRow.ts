import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../../gql";
import { type Outcome, outcomeOf, type UserError } from "../../../kit/graphql/outcome";
import { requestIds } from "../../../kit/graphql/requestIds";
import { type RowOfRecord, rowOfDecision, rowOfPromise, rowOfTask } from "./rowOfRecord";
import type { RowChange } from "./written";

const UpdateDecisionMutation = graphql(`
  mutation UpdateDecision($input: UpdateDecisionInput!) {
    updateDecision(input: $input) {
      decision {
        id
        ...DecisionRow_decision
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const UpdateCommitmentMutation = graphql(`
  mutation UpdateCommitment($input: UpdateCommitmentInput!) {
    updateCommitment(input: $input) {
      commitment {
        id
        ...PromiseRow_commitment
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const UpdateFollowUpMutation = graphql(`
  mutation UpdateFollowUp($input: UpdateFollowUpInput!) {
    updateFollowUp(input: $input) {
      followUpAction {
        id
        isOverdue
        ...TaskToSetRight_task
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

interface RowAnswer {
  /** As it now is; null where it is not there for her any more. */
  row: RowOfRecord | null;
  userErrors: readonly UserError[];
}

/** Asks for a change of a row as it was read; the same asked again is the same request. */
export function useSendRow() {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (
    { kind, id, version }: Pick<RowOfRecord, "kind" | "id" | "version">,
    change: RowChange,
  ): Promise<Outcome<RowAnswer>> => {
    const requestId = requestIdFor([id, version, change]);
    const { text, direction, dueOn, ownerId } = change;
    const head = { requestId, id, expectedVersion: version };
    const words = text && { text };
    const day = dueOn === undefined ? {} : { dueOn };
    switch (kind) {
      case "decision": {
        const input = { ...head, ...words };
        const answer = await client.mutation(UpdateDecisionMutation, { input });
        return outcomeOf(answer, ({ updateDecision: { decision, userErrors } }) => ({
          row: decision && rowOfDecision(decision),
          userErrors,
        }));
      }
      case "promise": {
        const input = { ...head, ...words, ...(direction && { direction }), ...day };
        const answer = await client.mutation(UpdateCommitmentMutation, { input });
        return outcomeOf(answer, ({ updateCommitment: { commitment, userErrors } }) => ({
          row: commitment && rowOfPromise(commitment),
          userErrors,
        }));
      }
      case "task": {
        const title = text && { title: text };
        const input = { ...head, ...title, ...(ownerId && { ownerId }), ...day };
        const answer = await client.mutation(UpdateFollowUpMutation, { input });
        return outcomeOf(answer, ({ updateFollowUp: { followUpAction, userErrors } }) => ({
          row: followUpAction && rowOfTask(followUpAction),
          userErrors,
        }));
      }
    }
  };
}
