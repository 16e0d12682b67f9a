import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { enumKey, useWords } from "../../kit/i18n/words";
import { useTell } from "../../kit/ui/UndoBar";
import { type AmountDraft, amountInput, missingInAmount, ofTheForm } from "./amountDraft";

export const Ladder_commitment = graphql(`
  fragment Ladder_commitment on Commitment {
    id
    version
    amounts {
      id
      rung
      fiscalYear
      on
      reference
      amount {
        amount
        currency
      }
      evidence {
        kind
        title
        publisher
        address
        day
        document {
          id
          day
          subject {
            text
            language
          }
        }
      }
      recordedBy {
        id
      }
      recordedFor {
        id
      }
    }
  }
`);

const RecordAmountMutation = graphql(`
  mutation RecordAmount($input: RecordAmountInput!) {
    recordAmount(input: $input) {
      commitment {
        id
        ...Ladder_commitment
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const RemoveAmountMutation = graphql(`
  mutation RemoveAmount($input: RemoveAmountInput!) {
    removeAmount(input: $input) {
      commitment {
        id
        ...Ladder_commitment
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Puts an amount on the ladder of a promise. */
export function useRecordAmount(id: string) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (draft: AmountDraft): Promise<SaveEnding> => {
    const missing = missingInAmount(draft);
    const { rung } = draft;
    if (missing.length > 0 || !rung) return { kind: "refused", errors: missing };
    const fields = { id, ...amountInput(draft, rung) };
    const input = { requestId: requestIdFor(fields), ...fields };
    const answer = await client.mutation(RecordAmountMutation, { input });
    const ending = endingOf(outcomeOf(answer, (data) => data.recordAmount));
    return ending.kind === "refused" ? { ...ending, errors: ending.errors.map(ofTheForm) } : ending;
  };
}

/** Takes an amount off the ladder that was put there by slip, and says what came of it. */
export function useRemoveAmount(id: string) {
  const { t } = useWords();
  const client = useClient();
  const tell = useTell();
  const [requestIdFor] = useState(requestIds);
  return async (amountId: string) => {
    const input = { id, amountId, requestId: requestIdFor(amountId) };
    const answer = await client.mutation(RemoveAmountMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.removeAmount);
    if (outcome.kind === "done") tell(t("amount.removed"), id);
    else if (outcome.kind === "refused") {
      tell(t(enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID")), id);
    } else tell(t(`change.${outcome.kind}`), id);
  };
}
