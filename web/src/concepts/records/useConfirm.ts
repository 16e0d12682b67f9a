import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { enumKey, type MessageKey, useWords } from "../../kit/i18n/words";
import { useForget, useTell } from "../../kit/ui/UndoBar";

const ConfirmMutation = graphql(`
  mutation Confirm($input: ConfirmInput!) {
    confirm(input: $input) {
      results {
        id
        userErrors {
          code
          path
          message
        }
        record {
          id
          ... on Meeting {
            confirmedAt
          }
          ... on Document {
            confirmedAt
          }
          ... on Attachment {
            confirmedAt
          }
          ... on Decision {
            confirmedAt
          }
          ... on Commitment {
            confirmedAt
          }
          ... on FollowUpAction {
            confirmedAt
          }
          ... on Person {
            confirmedAt
          }
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

// What is said of it stands in one place, whichever record it was.
const ABOUT = "confirm";

/** Says of what others recorded for her that it is right, which shows at once; where it fails she is told. */
export function useConfirm(): (ids: string[]) => Promise<void> {
  const { t } = useWords();
  const client = useClient();
  const tell = useTell();
  const forget = useForget();
  const [requestIdFor] = useState(requestIds);
  return async (ids) => {
    forget(ABOUT);
    const input = { ids, requestId: requestIdFor(ids) };
    const answer = await client.mutation(ConfirmMutation, { input });
    const outcome = outcomeOf(answer, ({ confirm: { results, userErrors } }) => ({
      userErrors: [...userErrors, ...results.flatMap((one) => one.userErrors)],
    }));
    const word: MessageKey =
      outcome.kind === "done"
        ? "written.confirmed"
        : outcome.kind === "refused"
          ? enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID")
          : outcome.kind === "failed"
            ? "change.failed"
            : "written.notConfirmed";
    tell(t(word), ABOUT);
  };
}
