import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import type { Audience } from "../../gql/graphql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { fieldsOf, type ListDraft } from "./listDraft";

export const TargetListRead = graphql(`
  fragment TargetListRead on TargetList {
    id
    version
    name {
      en
      ur
    }
    from
    to
    approvedOn
    archivedOn
    audience
    stakeholders {
      id
      name {
        en
        ur
      }
      category
      districts {
        id
        name {
          en
          ur
        }
      }
    }
  }
`);

const CreateMutation = graphql(`
  mutation CreateTargetList($input: CreateTargetListInput!) {
    createTargetList(input: $input) {
      targetList {
        id
        ...TargetListRead
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const UpdateMutation = graphql(`
  mutation UpdateTargetList($input: UpdateTargetListInput!) {
    updateTargetList(input: $input) {
      targetList {
        id
        ...TargetListRead
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const ApproveMutation = graphql(`
  mutation ApproveTargetList($input: ApproveTargetListInput!) {
    approveTargetList(input: $input) {
      targetList {
        id
        ...TargetListRead
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Makes a list of whom to meet; the same words sent again are the same request. */
export function useCreateList() {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (draft: ListDraft): Promise<SaveEnding> => {
    const list = { id: draft.id, ...fieldsOf(draft) };
    const input = { requestId: requestIdFor(list), ...list };
    const answer = await client.mutation(CreateMutation, { input });
    return endingOf(outcomeOf(answer, (data) => data.createTargetList));
  };
}

interface Seen {
  id: string;
  version: string;
}

/** What may be done to a list, as it was seen. */
export function useListActs({ id, version }: Seen) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  const update = async (change: object): Promise<SaveEnding> => {
    const wished = { id, expectedVersion: version, ...change };
    const input = { requestId: requestIdFor(wished), ...wished };
    const answer = await client.mutation(UpdateMutation, { input });
    return endingOf(outcomeOf(answer, (data) => data.updateTargetList));
  };
  return {
    save: (draft: ListDraft) => update(fieldsOf(draft)),
    show: (audience: Audience) => update({ audience }),
    approve: async (): Promise<SaveEnding> => {
      const wished = { id, expectedVersion: version };
      const input = { requestId: requestIdFor(["approve", wished]), ...wished };
      const answer = await client.mutation(ApproveMutation, { input });
      return endingOf(outcomeOf(answer, (data) => data.approveTargetList));
    },
  };
}
