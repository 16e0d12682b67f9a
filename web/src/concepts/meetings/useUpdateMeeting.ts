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
        ...NamesOfMeeting_meeting
        ...MeetingToMend_meeting
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** What may be changed of a meeting; what is not among it stays. */
export type Change = Omit<UpdateMeetingInput, "requestId" | "id" | "expectedVersion">;

/** Asks for a change of a meeting as it was read; the same asked again is the same request. */
export function useSendUpdate(id: string) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (version: string, change: Change) => {
    const requestId = requestIdFor([version, change]);
    const input = { requestId, id, expectedVersion: version, ...change };
    const answer = await client.mutation(UpdateMeetingMutation, { input });
    return outcomeOf(answer, (data) => data.updateMeeting);
  };
}

type UpdateState =
  | { kind: "idle" }
  | { kind: "sending" }
  | { kind: "done" }
  | { kind: "failed"; word: MessageKey };

/**
 * Changes one thing of a meeting as it was read. If someone was faster, the answer brings the meeting
 * as it is now, and the change is asked for again by who wanted it.
 */
export function useUpdateMeeting(id: string, version: string) {
  const send = useSendUpdate(id);
  const [state, setState] = useState<UpdateState>({ kind: "idle" });

  /** True when it took effect. */
  const update = async (change: Change): Promise<boolean> => {
    setState({ kind: "sending" });
    const outcome = await send(version, change);
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
