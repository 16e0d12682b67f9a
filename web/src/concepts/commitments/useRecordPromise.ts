import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { useToday } from "../../kit/useToday";
import { missingInPromise, type PromiseDraft, promiseInput } from "./promiseDraft";

const RecordPromiseMutation = graphql(`
  mutation RecordPromise($input: RecordCommitmentInput!) {
    recordCommitment(input: $input) {
      commitment {
        id
        ...LedgerRow_commitment
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Records an ask or a promise between us and these offices, which came out of no meeting. */
export function useRecordPromise(offices: readonly string[]) {
  const client = useClient();
  const today = useToday();
  const [requestIdFor] = useState(requestIds);
  return async (draft: PromiseDraft): Promise<SaveEnding> => {
    const missing = missingInPromise(draft, today);
    if (missing.length > 0) return { kind: "refused", errors: missing };
    const fields = promiseInput(draft, offices);
    const input = { requestId: requestIdFor(fields), ...fields };
    const answer = await client.mutation(RecordPromiseMutation, { input });
    return endingOf(outcomeOf(answer, (data) => data.recordCommitment));
  };
}
