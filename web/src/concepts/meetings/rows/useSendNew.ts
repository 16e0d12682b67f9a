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
  return async ({ kind, id }: RowOfRecord, { text, direction, dueOn, ownerId }: RowChange) => {
    const asked = { id, meetingId, ...(dueOn ? { dueOn } : {}) };
    const words = text ?? { text: "" };
    if (kind === "task") {
      const task = { ...asked, title: words, ...(ownerId ? { ownerId } : {}) };
      const input = { requestId: requestIdFor(task), ...task };
      const answer = await client.mutation(AssignFollowUpMutation, { input });
      return outcomeOf(answer, ({ assignFollowUp: { followUpAction, userErrors } }) => ({
        version: followUpAction?.version ?? "",
        userErrors,
      }));
    }
    const promise = { ...asked, text: words, direction: direction ?? ("MUTUAL" as const) };
    const input = { requestId: requestIdFor(promise), ...promise };
    const answer = await client.mutation(RecordCommitmentMutation, { input });
    return outcomeOf(answer, ({ recordCommitment: { commitment, userErrors } }) => ({
      version: commitment?.version ?? "",
      userErrors,
    }));
  };
}
