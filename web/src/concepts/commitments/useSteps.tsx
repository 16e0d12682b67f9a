import { useState } from "react";
import { useClient } from "urql";
import { graphql, unmask } from "../../gql";
import type { Standing_CommitmentFragment as Standing } from "../../gql/graphql";
import { outcomeOf, type UserError, unsavedWord } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { enumKey, type MessageKey, Sentence, useWords } from "../../kit/i18n/words";
import { useTell } from "../../kit/ui/UndoBar";
import { useToday } from "../../kit/useToday";
import { useOfferBack } from "../records/useOfferBack";
import { Standing_commitment } from "./fragments";
import { byWordOf, inputOf, isBegun, newStep, problemsOf, type StepDraft } from "./stepDraft";
import { stepTaken } from "./steps";

const AdvanceMutation = graphql(`
  mutation AdvanceCommitment($input: AdvanceCommitmentInput!) {
    advanceCommitment(input: $input) {
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

const UndoStepMutation = graphql(`
  mutation UndoCommitmentStep($input: UndoCommitmentStepInput!) {
    undoCommitmentStep(input: $input) {
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

type State =
  | { kind: "writing" | "sending" | "wrong" }
  | { kind: "refused"; errors: readonly UserError[] }
  | { kind: "failed"; word: MessageKey };

/**
 * A step that she writes. It stays with her until it is saved, also while the sheet is closed. She
 * saves upon what she saw: where somebody else was faster, she is shown what is there now.
 */
export function useAdvance(read: Standing) {
  const { t } = useWords();
  const client = useClient();
  const day = useToday();
  const offerBack = useOfferBack(read.id);
  const undoStep = useUndoStep(read.id);
  const [requestIdFor] = useState(requestIds);
  const [standing, setStanding] = useState(read);
  const [draft, setDraft] = useState(() => newStep(day));
  const [state, setState] = useState<State>({ kind: "writing" });

  const beginFrom = (now: Standing) => {
    setStanding(now);
    setDraft(newStep(day));
    setState({ kind: "writing" });
  };

  /** True when the record has it. */
  const save = async (): Promise<boolean> => {
    if (state.kind === "sending") return false;
    const { status } = draft;
    if (!status || problemsOf(draft, standing, day).length > 0) {
      setState({ kind: "wrong" });
      return false;
    }
    setState({ kind: "sending" });
    const { id, version } = standing;
    const step = inputOf(draft, status);
    const requestId = requestIdFor([version, step]);
    const input = { requestId, id, expectedVersion: version, ...step };
    const answer = await client.mutation(AdvanceMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.advanceCommitment);
    if (outcome.kind === "offline" || outcome.kind === "unsure" || outcome.kind === "failed") {
      setState({ kind: "failed", word: unsavedWord(outcome.kind) });
      return false;
    }
    const now = unmask(Standing_commitment, outcome.payload.commitment);
    if (outcome.kind === "refused") {
      if (now) {
        setStanding(now);
        setDraft(byWordOf(draft, draft.basis, now));
      }
      setState({ kind: "refused", errors: outcome.errors });
      return false;
    }
    beginFrom(now ?? standing);
    const taken = now && stepTaken(standing.steps, now.steps, { ...draft, status });
    if (taken) {
      const said = t(enumKey("promiseStatus", status, "promiseStatus.other"));
      offerBack(<Sentence id="step.saved" values={{ status: <bdi>{said}</bdi> }} />, () =>
        undoStep(taken.id),
      );
    }
    return true;
  };

  return {
    draft,
    standing,
    state,
    problems: state.kind === "wrong" ? problemsOf(draft, standing, day) : [],
    /** What the record refused, unless she has changed it since. */
    errors: state.kind === "refused" ? state.errors : [],
    /** Begins from what the record has now, unless something of hers is not saved yet. */
    begin: () => {
      if (state.kind !== "sending" && !isBegun(draft)) beginFrom(read);
    },
    write: (changed: Partial<StepDraft>) => {
      setDraft({ ...draft, ...changed });
      if (state.kind === "refused") setState({ kind: "writing" });
    },
    save,
  };
}

/** Takes back the last step. */
export function useUndoStep(id: string) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (stepId: string) => {
    const input = { id, stepId, requestId: requestIdFor(stepId) };
    const answer = await client.mutation(UndoStepMutation, { input });
    return outcomeOf(answer, (data) => data.undoCommitmentStep).kind;
  };
}

/** Takes back the last step, also long after it was taken, and says what came of it. */
export function useTakeBackStep(id: string) {
  const { t } = useWords();
  const tell = useTell();
  const undoStep = useUndoStep(id);
  return async (stepId: string) => {
    const kind = await undoStep(stepId);
    if (kind === "done") tell(t("step.takenBack"));
    else if (kind === "refused") tell(t("rows.backRefused"));
    else tell(t(kind === "failed" ? "change.failed" : "rows.notBack"));
  };
}
