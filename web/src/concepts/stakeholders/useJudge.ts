import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import type { AssessStakeholderInput, SetStandingReasonInput } from "../../gql/graphql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";

export const Standing_office = graphql(`
  fragment Standing_office on Stakeholder {
    id
    archivedOn
    standingReason {
      kind
      until
      why {
        text
        language
      }
    }
    assessments {
      id
      assessedOn
      influence
      interest
      stance
      topic {
        id
        name {
          en
          ur
        }
      }
    }
  }
`);

const AssessMutation = graphql(`
  mutation AssessStakeholder($input: AssessStakeholderInput!) {
    assessStakeholder(input: $input) {
      assessment {
        id
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const SetReasonMutation = graphql(`
  mutation SetStandingReason($input: SetStandingReasonInput!) {
    setStandingReason(input: $input) {
      stakeholder {
        id
        ...Standing_office
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const EndReasonMutation = graphql(`
  mutation EndStandingReason($input: EndStandingReasonInput!) {
    endStandingReason(input: $input) {
      stakeholder {
        id
        ...Standing_office
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Says how much an office can do, how much it cares and where it stands. */
export function useAssess() {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (judged: AssessStakeholderInput): Promise<SaveEnding> => {
    const input = { requestId: requestIdFor(judged), ...judged };
    const answer = await client.mutation(AssessMutation, { input });
    return endingOf(outcomeOf(answer, (data) => data.assessStakeholder));
  };
}

/** Says why an office need not be met for a time. */
export function useSetReason() {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (reason: SetStandingReasonInput): Promise<SaveEnding> => {
    const input = { requestId: requestIdFor(reason), ...reason };
    const answer = await client.mutation(SetReasonMutation, { input });
    return endingOf(outcomeOf(answer, (data) => data.setStandingReason));
  };
}

/** Says that an office is to be met again. */
export function useEndReason(id: string) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (until: string) => {
    const input = { id, requestId: requestIdFor([id, until]) };
    const answer = await client.mutation(EndReasonMutation, { input });
    return outcomeOf(answer, (data) => data.endStandingReason).kind;
  };
}
