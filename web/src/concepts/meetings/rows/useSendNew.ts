import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../../gql";
import { outcomeOf } from "../../../kit/graphql/outcome";
import { requestIds } from "../../../kit/graphql/requestIds";
import type { RowOfRecord } from "./rowOfRecord";
import type { RowChange } from "./written";

// With the row comes what its meeting has now, so that the page need not be read again.
const RecordCommitmentMutation = graphql(`
  mutation RecordCommitment($input: RecordCommitmentInput!) {
    recordCommitment(input: $input) {
      commitment {
        id
        version
        meeting {
          id
          ...Outcomes_meeting
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const RecordDecisionMutation = graphql(`
  mutation RecordDecision($input: RecordDecisionInput!) {
    recordDecision(input: $input) {
      decision {
        id
        version
        meeting {
          id
          ...Outcomes_meeting
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const AssignFollowUpMutation = graphql(`
  mutation AssignFollowUp($input: AssignFollowUpInput!) {
    assignFollowUp(input: $input) {
      followUpAction {
        id
        version
        meeting {
          id
          ...TasksOf_meeting
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Adds a row to a meeting that is logged; the same asked again is the same request. */
export function useSendNew(meetingId: string) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  const asked = <Row>(row: Row) => ({ input: { requestId: requestIdFor(row), ...row } });
  return async ({ kind, id }: RowOfRecord, { text, direction, dueOn, ownerId }: RowChange) => {
    const words = text ?? { text: "" };
    const day = dueOn ? { dueOn } : {};
    switch (kind) {
      case "decision": {
        const input = asked({ id, meetingId, text: words });
        const answer = await client.mutation(RecordDecisionMutation, input);
        return outcomeOf(answer, ({ recordDecision: { decision, userErrors } }) => ({
          version: decision?.version ?? "",
          userErrors,
        }));
      }
      case "promise": {
        const who = direction ?? ("MUTUAL" as const);
        const input = asked({ id, meetingId, text: words, direction: who, ...day });
        const answer = await client.mutation(RecordCommitmentMutation, input);
        return outcomeOf(answer, ({ recordCommitment: { commitment, userErrors } }) => ({
          version: commitment?.version ?? "",
          userErrors,
        }));
      }
      case "task": {
        const owner = ownerId ? { ownerId } : {};
        const input = asked({ id, meetingId, title: words, ...owner, ...day });
        const answer = await client.mutation(AssignFollowUpMutation, input);
        return outcomeOf(answer, ({ assignFollowUp: { followUpAction, userErrors } }) => ({
          version: followUpAction?.version ?? "",
          userErrors,
        }));
      }
    }
  };
}
