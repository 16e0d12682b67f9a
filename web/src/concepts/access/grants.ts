import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { enumKey, type MessageKey } from "../../kit/i18n/words";

export const Grants_member = graphql(`
  fragment Grants_member on Member {
    id
    actedForBy {
      grantedAt
      user {
        id
        role
        person {
          id
          name {
            en
            ur
          }
        }
      }
    }
  }
`);

const LetMutation = graphql(`
  mutation LetActForMe($input: LetActForMeInput!) {
    letActForMe(input: $input) {
      member {
        ...Grants_member
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const EndMutation = graphql(`
  mutation EndActingForMe($input: EndActingForMeInput!) {
    endActingForMe(input: $input) {
      member {
        ...Grants_member
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Lets a user write for her, and ends it. Answers why it was not done, or null where it was. */
export function useGrants() {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  const inputOf = (act: string, userId: string, since: string) => ({
    input: { userId, requestId: requestIdFor([act, userId, since]) },
  });
  return {
    /** `since` tells one time from the next: let, ended and let again are three requests. */
    let: async (userId: string, since: string) => {
      const answer = await client.mutation(LetMutation, inputOf("let", userId, since));
      return troubleIn(outcomeOf(answer, ({ letActForMe }) => letActForMe));
    },
    end: async (userId: string, since: string) => {
      const answer = await client.mutation(EndMutation, inputOf("end", userId, since));
      return troubleIn(outcomeOf(answer, ({ endActingForMe }) => endActingForMe));
    },
  };
}

function troubleIn(outcome: ReturnType<typeof outcomeOf>): MessageKey | null {
  switch (outcome.kind) {
    case "done":
      return null;
    case "refused":
      return outcome.errors[0]?.code === "TOO_MANY"
        ? "mayWrite.tooMany"
        : enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID");
    case "offline":
    case "unsure":
      return `change.${outcome.kind}`;
    case "failed":
      return "change.failed";
  }
}
