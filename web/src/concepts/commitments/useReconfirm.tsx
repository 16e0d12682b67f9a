import { useState } from "react";
import { useClient } from "urql";
import { graphql, unmask } from "../../gql";
import type { Standing_CommitmentFragment as Standing } from "../../gql/graphql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { useWords } from "../../kit/i18n/words";
import { useForget } from "../../kit/ui/UndoBar";
import { useToday } from "../../kit/useToday";
import { useOfferBack } from "../records/useOfferBack";
import { ofTheForm } from "./amountDraft";
import { Standing_commitment } from "./fragments";
import { missingInReconfirmation, type ReconfirmDraft, reconfirmInput } from "./reconfirmDraft";
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
export function useReconfirm({
  id,
  version,
  inheritedOn,
}: Pick<Standing, "id" | "version" | "inheritedOn">) {
  const { t } = useWords();
  const client = useClient();
  const today = useToday();
  const forget = useForget();
  const offerBack = useOfferBack(id);
  const undoStep = useUndoStep(id);
  const [requestIdFor] = useState(requestIds);

  return async (draft: ReconfirmDraft): Promise<SaveEnding> => {
    const missing = missingInReconfirmation(draft, inheritedOn ?? "", today);
    if (missing.length > 0) return { kind: "refused", errors: missing };
    forget(id);
    const change = { id, expectedVersion: version, ...reconfirmInput(draft) };
    const input = { requestId: requestIdFor(change), ...change };
    const answer = await client.mutation(ReconfirmMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.reconfirmCommitment);
    if (outcome.kind === "done") {
      const now = unmask(Standing_commitment, outcome.payload.commitment);
      const step = now?.steps.at(-1);
      if (step) offerBack(t("reconfirm.done"), () => undoStep(step.id));
    }
    const ending = endingOf(outcome);
    return ending.kind === "refused" ? { ...ending, errors: ending.errors.map(ofTheForm) } : ending;
  };
}
