import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import type { Ladder_CommitmentFragment } from "../../gql/graphql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { enumKey, useWords } from "../../kit/i18n/words";
import { useTell } from "../../kit/ui/UndoBar";
import { useOfferBack } from "../records/useOfferBack";
import { type AmountDraft, againOf, amountInput, missingInAmount, ofTheForm } from "./amountDraft";

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

type Amount = Ladder_CommitmentFragment["amounts"][number];

/** Takes an amount off the ladder that was put there by slip, and offers to put it back. */
export function useRemoveAmount(id: string) {
  const { t } = useWords();
  const client = useClient();
  const tell = useTell();
  const offerBack = useOfferBack(id);
  const [requestIdFor] = useState(requestIds);
  const putBack = async (amount: Amount) => {
    const input = { id, requestId: requestIdFor(["back", amount.id]), ...againOf(amount) };
    const answer = await client.mutation(RecordAmountMutation, { input });
    return outcomeOf(answer, (data) => data.recordAmount).kind;
  };
  return async (amount: Amount) => {
    const input = { id, amountId: amount.id, requestId: requestIdFor(amount.id) };
    const answer = await client.mutation(RemoveAmountMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.removeAmount);
    if (outcome.kind === "done") offerBack(t("amount.removed"), () => putBack(amount));
    else if (outcome.kind === "refused") {
      tell(t(enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID")), id);
    } else tell(t(`change.${outcome.kind}`), id);
  };
}
