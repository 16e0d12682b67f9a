import { useState } from "react";
import { useClient } from "urql";
import { graphql, unmask } from "../../gql";
import type { LetterToMend_DocumentFragment } from "../../gql/graphql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { isRefusedAs, outcomeOf } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { changesInLetter, type LetterDraft, letterAsItIs, missingInLetter } from "./letterDraft";

export const LetterToMend_document = graphql(`
  fragment LetterToMend_document on Document {
    id
    version
    kind
    day
    referenceNumber
    diaryNumber
    replyDueOn
    subject {
      text
      language
    }
    parties {
      id
      name {
        en
        ur
      }
    }
  }
`);

const UpdateDocumentMutation = graphql(`
  mutation UpdateDocument($input: UpdateDocumentInput!) {
    updateDocument(input: $input) {
      document {
        id
        ...LetterToMend_document
        ...LetterRow_document
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/**
 * Sets a letter right. Only what she changed is sent; where somebody else was faster she is told, and
 * saves once more: what she did not touch stays as they wrote it.
 */
export function useMendLetter(letter: LetterToMend_DocumentFragment) {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  const [begun] = useState(() => letterAsItIs(letter));
  const [version, setVersion] = useState(letter.version);
  const send = async (draft: LetterDraft): Promise<SaveEnding> => {
    const missing = missingInLetter(draft);
    if (missing.length > 0) return { kind: "refused", errors: missing };
    const change = changesInLetter(begun, draft);
    if (Object.keys(change).length === 0) return { kind: "saved" };
    const asked = { id: letter.id, expectedVersion: version, ...change };
    const input = { requestId: requestIdFor(asked), ...asked };
    const answer = await client.mutation(UpdateDocumentMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.updateDocument);
    if (outcome.kind !== "refused" || !isRefusedAs("VERSION_CONFLICT", outcome)) {
      return endingOf(outcome);
    }
    const theirs = unmask(LetterToMend_document, outcome.payload.document);
    if (theirs) setVersion(theirs.version);
    return { kind: "refused", errors: [{ code: "OVERTAKEN", path: ["id"], message: "" }] };
  };
  return { begun, send };
}
