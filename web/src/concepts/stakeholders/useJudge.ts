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
    version
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
export function useSetReason(version: string) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (reason: SetStandingReasonInput): Promise<SaveEnding> => {
    const input = { requestId: requestIdFor([reason, version]), ...reason };
    const answer = await client.mutation(SetReasonMutation, { input });
    return endingOf(outcomeOf(answer, (data) => data.setStandingReason));
  };
}

/** Says that an office is to be met again; after it was said anew that it need not, once more. */
export function useEndReason(id: string, version: string) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async () => {
    const input = { id, requestId: requestIdFor([id, version]) };
    const answer = await client.mutation(EndReasonMutation, { input });
    return outcomeOf(answer, (data) => data.endStandingReason).kind;
  };
}
