import { useState } from "react";
import { useClient } from "urql";
import { graphql, unmask } from "../../gql";
import type { Standing_CommitmentFragment as Standing } from "../../gql/graphql";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { enumKey, useWords } from "../../kit/i18n/words";
import { useForget, useTell } from "../../kit/ui/UndoBar";
import { useOfferBack } from "../records/useOfferBack";
import { Standing_commitment } from "./fragments";
import { useUndoStep } from "./useSteps";

const ReconfirmMutation = graphql(`
  mutation ReconfirmCommitment($input: ReconfirmCommitmentInput!) {
    reconfirmCommitment(input: $input) {
      commitment {
        id
        ...Standing_commitment
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Says that who holds the office now stands by a promise of the one before; a slip is taken back. */
export function useReconfirm({ id, version }: Pick<Standing, "id" | "version">) {
  const { t } = useWords();
  const client = useClient();
  const tell = useTell();
  const forget = useForget();
  const offerBack = useOfferBack(id);
  const undoStep = useUndoStep(id);
  const [requestIdFor] = useState(requestIds);

  return async () => {
    forget(id);
    const change = { id, expectedVersion: version };
    const input = { requestId: requestIdFor(change), ...change };
    const answer = await client.mutation(ReconfirmMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.reconfirmCommitment);
    if (outcome.kind === "done") {
      const now = unmask(Standing_commitment, outcome.payload.commitment);
      const step = now?.steps.at(-1);
      if (step) offerBack(t("reconfirm.done"), () => undoStep(step.id));
    } else if (outcome.kind === "refused") {
      tell(t(enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID")), id);
    } else {
      tell(t(`change.${outcome.kind}`), id);
    }
  };
}
