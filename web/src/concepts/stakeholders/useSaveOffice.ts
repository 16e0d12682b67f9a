import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import { isRefusedAs, outcomeOf, type UserError } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import type { MessageKey } from "../../kit/i18n/words";
import type { NewOffice } from "./newOffice";
import { missingIn, type OfficeDraft, toCreateInput, toUpdateInput } from "./officeDraft";
import { type OfficeRead, officeRead } from "./officeRead";
import { type OfficePlace, rebase, take } from "./officeRebase";

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
  | { kind: "writing" | "sending" | "overtaken" }
  | { kind: "refused"; errors: readonly UserError[]; draft: OfficeDraft }
  | { kind: "failed"; word: MessageKey };

/**
 * What she writes of an office, new or as it was read; the same words sent again are the same request.
 * It stays with her until it is saved: where somebody else was faster, it is put upon what they have left.
 */
export function useSaveOffice(begin: OfficeRead | NewOffice) {
  const client = useClient();
  const adding = "version" in begin ? null : begin;
  const [base, setBase] = useState(begin);
  const [draft, setDraft] = useState(begin.draft);
  const [clashes, setClashes] = useState<readonly OfficePlace[]>([]);
  const [state, setState] = useState<SaveOfficeState>(
    adding?.unsettled ? { kind: "failed", word: adding.unsettled } : { kind: "writing" },
  );
  const [requestIdFor] = useState(() => adding?.requestIdFor ?? requestIds());

  const put = (now: OfficeDraft) => {
    setDraft(now);
    if (adding) adding.draft = now;
  };

  const create = async (category: NonNullable<OfficeDraft["category"]>, { settle }: NewOffice) => {
    const input = { requestId: requestIdFor(draft), ...toCreateInput(draft, category) };
    const result = await client.mutation(CreateStakeholderMutation, { input });
    const outcome = outcomeOf(result, (data) => data.createStakeholder);
    if (outcome.kind === "done" || isRefusedAs("ID_CONFLICT", outcome)) settle();
    return { outcome, now: null };
  };

  const update = async (category: NonNullable<OfficeDraft["category"]>, version: string) => {
    const requestId = requestIdFor([version, draft]);
    const input = { requestId, ...toUpdateInput(draft, category, version) };
    const result = await client.mutation(UpdateStakeholderMutation, { input });
    const outcome = outcomeOf(result, (data) => data.updateStakeholder);
    const now =
      outcome.kind === "refused" && isRefusedAs("VERSION_CONFLICT", outcome)
        ? officeRead(outcome.payload.stakeholder)
        : null;
    return { outcome, now };
  };

  /** True when it is in the record. */
  const save = async (): Promise<boolean> => {
    const missing = missingIn(draft);
    if (missing.length > 0 || !draft.category) {
      setState({ kind: "refused", errors: missing, draft });
      return false;
    }
    setState({ kind: "sending" });
    const { outcome, now } =
      "version" in base
        ? await update(draft.category, base.version)
        : await create(draft.category, base);
    const isUnsettled = outcome.kind === "offline" || outcome.kind === "unsure";
    if (adding) adding.unsettled = isUnsettled ? `change.${outcome.kind}` : null;
    if (outcome.kind === "done") {
      setState({ kind: "writing" });
      return true;
    }
    if (now) {
      const rebased = rebase(base.draft, now.draft, draft);
      setBase(now);
      setDraft(rebased.draft);
      setClashes(rebased.clashes);
      setState({ kind: "overtaken" });
    } else if (outcome.kind === "refused") {
      setState({ kind: "refused", errors: outcome.errors, draft });
    } else {
      setState({ kind: "failed", word: `change.${outcome.kind}` });
    }
    return false;
  };

  return {
    isNew: adding !== null,
    draft,
    /** As it is in the record, as far as is known. */
    recorded: base.draft,
    state,
    /** Where somebody else wrote otherwise in the meantime. */
    clashes,
    write: (change: Partial<OfficeDraft>) => put({ ...draft, ...change }),
    takeTheirs: (place: OfficePlace) => {
      put(take(place, base.draft, draft));
      setClashes(clashes.filter((one) => one !== place));
    },
    save,
  };
}
