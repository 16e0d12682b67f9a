import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { type LetterDraft, letterInput, missingInLetter } from "./letterDraft";

// With it comes what it answers, which waits for nothing any more.
const RecordDocumentMutation = graphql(`
  mutation RecordDocument($input: RecordDocumentInput!) {
    recordDocument(input: $input) {
      document {
        id
        ...LetterRow_document
        answers {
          id
          ...LetterRow_document
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Notes a letter from or to an office; where it is named, as the answer to another. */
export function useNoteLetter(answersId?: string) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  return async (draft: LetterDraft): Promise<SaveEnding> => {
    const missing = missingInLetter(draft);
    const { kind } = draft;
    if (missing.length > 0 || !kind) return { kind: "refused", errors: missing };
    const fields = letterInput(draft, kind, answersId);
    const input = { requestId: requestIdFor(fields), ...fields };
    const answer = await client.mutation(RecordDocumentMutation, { input });
    return endingOf(outcomeOf(answer, (data) => data.recordDocument));
  };
}
