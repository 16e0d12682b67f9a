import { useState } from "react";
import { useClient } from "urql";
import { type FragmentType, graphql, unmask } from "../../gql";
import { outcomeOf, unsavedWord } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { enumKey, type MessageKey } from "../../kit/i18n/words";
import { changesIn, type Details } from "./details";

export const Details_commitment = graphql(`
  fragment Details_commitment on Commitment {
    id
    version
    direction
    kind
    saidBy {
      id
      name {
        en
        ur
      }
    }
    owedBy {
      id
      name {
        en
        ur
      }
    }
    owedTo {
      id
      name {
        en
        ur
      }
    }
  }
`);

const SetDetailsMutation = graphql(`
  mutation SetDetails($input: UpdateCommitmentInput!) {
    updateCommitment(input: $input) {
      commitment {
        id
        ...Details_commitment
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

type State = { kind: "writing" | "sending" } | { kind: "failed"; word: MessageKey };

/**
 * Of what sort a promise is, who said it and which offices it binds, as she writes it. It stays with her until it
 * is saved; where somebody else was faster she is shown what is there now.
 */
export function useDetails(masked: FragmentType<typeof Details_commitment>) {
  const client = useClient();
  const now = unmask(Details_commitment, masked);
  const [requestIdFor] = useState(requestIds);
  const [read, setRead] = useState(now);
  const [written, setWritten] = useState<Details>(now);
  const [state, setState] = useState<State>({ kind: "writing" });
  const change = changesIn(read, written);

  const beginFrom = (from: typeof now) => {
    setRead(from);
    setWritten(from);
    setState({ kind: "writing" });
  };

  /** True when the record has it. */
  const save = async (): Promise<boolean> => {
    if (state.kind === "sending") return false;
    if (Object.keys(change).length === 0) return true;
    setState({ kind: "sending" });
    const { id, version } = read;
    const asked = { id, expectedVersion: version, ...change };
    const input = { requestId: requestIdFor(asked), ...asked };
    const answer = await client.mutation(SetDetailsMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.updateCommitment);
    if (outcome.kind === "done") {
      beginFrom(unmask(Details_commitment, outcome.payload.commitment) ?? read);
      return true;
    }
    if (outcome.kind === "refused") {
      const theirs = unmask(Details_commitment, outcome.payload.commitment);
      // Both are lists to choose from: what is there now is shown, and chosen again is soon done.
      if (theirs) beginFrom(theirs);
      const code = outcome.errors[0]?.code ?? "";
      setState({ kind: "failed", word: enumKey("error", code, "error.INVALID") });
      return false;
    }
    setState({ kind: "failed", word: unsavedWord(outcome.kind) });
    return false;
  };

  return {
    direction: read.direction,
    written,
    state,
    /** Begins from what the record has now, unless something of hers is not saved yet. */
    begin: () => {
      if (state.kind !== "sending" && Object.keys(change).length === 0) beginFrom(now);
    },
    write: (part: Partial<Details>) => setWritten({ ...written, ...part }),
    save,
  };
}
