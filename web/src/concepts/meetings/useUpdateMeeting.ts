import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import type { UpdateMeetingInput } from "../../gql/graphql";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { enumKey, type MessageKey } from "../../kit/i18n/words";

const UpdateMeetingMutation = graphql(`
  mutation UpdateMeeting($input: UpdateMeetingInput!) {
    updateMeeting(input: $input) {
      meeting {
        id
        ...MeetingTitle_meeting
        ...MeetingFacts_meeting
        ...Tidy_meeting
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

type Change = Pick<UpdateMeetingInput, "audience" | "wordsAudience" | "programmeIds" | "match">;

type UpdateState =
  | { kind: "idle" }
  | { kind: "sending" }
  | { kind: "done" }
  | { kind: "failed"; word: MessageKey };

/**
 * Changes a meeting as it was read. If someone was faster, the answer brings the meeting as it is
 * now, and the change is asked for again by who wanted it.
 */
export function useUpdateMeeting(id: string, version: string) {
  const client = useClient();
  const [state, setState] = useState<UpdateState>({ kind: "idle" });
  const [requestIdFor] = useState(requestIds);

  /** True when it took effect. */
  const update = async (change: Change): Promise<boolean> => {
    const requestId = requestIdFor([version, change]);
    setState({ kind: "sending" });
    const input = { requestId, id, expectedVersion: version, ...change };
    const outcome = outcomeOf(
      await client.mutation(UpdateMeetingMutation, { input }),
      (data) => data.updateMeeting,
    );
    if (outcome.kind === "done") {
      setState({ kind: "done" });
    } else if (outcome.kind === "refused") {
      const code = outcome.errors[0]?.code ?? "";
      setState({ kind: "failed", word: enumKey("error", code, "error.INVALID") });
    } else {
      setState({ kind: "failed", word: `change.${outcome.kind}` });
    }
    return outcome.kind === "done";
  };

  return { update, state };
}
