import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import { outcomeOf, type UserError } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import type { MessageKey } from "../../kit/i18n/words";
import { missingIn, type OfficeDraft, toCreateInput, toUpdateInput } from "./officeDraft";

const CreateStakeholderMutation = graphql(`
  mutation CreateStakeholder($input: CreateStakeholderInput!) {
    createStakeholder(input: $input) {
      stakeholder {
        id
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const UpdateStakeholderMutation = graphql(`
  mutation UpdateStakeholder($input: UpdateStakeholderInput!) {
    updateStakeholder(input: $input) {
      stakeholder {
        id
        ...OfficeToMend_office
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

type SaveOfficeState =
  | { kind: "idle" | "sending" }
  | { kind: "refused"; errors: readonly UserError[]; draft: OfficeDraft }
  | { kind: "failed"; word: MessageKey };

/** Adds an office, or changes it as it was read at this version; the same words again are the same request. */
export function useSaveOffice(version: string | null) {
  const client = useClient();
  const [state, setState] = useState<SaveOfficeState>({ kind: "idle" });
  const [requestIdFor] = useState(requestIds);

  const send = (draft: OfficeDraft, category: NonNullable<OfficeDraft["category"]>) => {
    const requestId = requestIdFor([version, draft]);
    return version === null
      ? client
          .mutation(CreateStakeholderMutation, {
            input: { requestId, ...toCreateInput(draft, category) },
          })
          .then((result) => outcomeOf(result, (data) => data.createStakeholder))
      : client
          .mutation(UpdateStakeholderMutation, {
            input: { requestId, ...toUpdateInput(draft, category, version) },
          })
          .then((result) => outcomeOf(result, (data) => data.updateStakeholder));
  };

  const save = async (draft: OfficeDraft): Promise<"saved" | "overtaken" | "not saved"> => {
    const missing = missingIn(draft);
    if (missing.length > 0 || !draft.category) {
      setState({ kind: "refused", errors: missing, draft });
      return "not saved";
    }
    setState({ kind: "sending" });
    const outcome = await send(draft, draft.category);
    if (outcome.kind === "done") {
      setState({ kind: "idle" });
      return "saved";
    }
    if (outcome.kind !== "refused") {
      setState({ kind: "failed", word: `change.${outcome.kind}` });
      return "not saved";
    }
    setState({ kind: "refused", errors: outcome.errors, draft });
    const isOvertaken = outcome.errors.some(({ code }) => code === "VERSION_CONFLICT");
    return isOvertaken ? "overtaken" : "not saved";
  };

  return { save, state };
}
