import type { Client } from "urql";
import { graphql } from "../../gql";
import { outcomeOf, type UserError } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import type { MessageKey } from "../../kit/i18n/words";
import { type HolderDraft, missingInHolder, toPostInput } from "./personDraft";
import { personAdder } from "./savePerson";

const AddPostMutation = graphql(`
  mutation AddPost($input: AddPostInput!) {
    addPost(input: $input) {
      person {
        id
        version
        posts {
          id
          title {
            en
            ur
          }
          from
          to
          isCurrent
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

export type SaveEnding =
  | { kind: "saved" }
  | { kind: "refused"; errors: readonly UserError[] }
  | { kind: "failed"; word: MessageKey };

/** How a write ended, as a form has to know it. */
export function endingOf(
  outcome:
    | { kind: "offline" | "unsure" | "failed" | "done" }
    | { kind: "refused"; errors: readonly UserError[] },
): SaveEnding {
  if (outcome.kind === "done") return { kind: "saved" };
  if (outcome.kind === "refused") return { kind: "refused", errors: outcome.errors };
  return { kind: "failed", word: `change.${outcome.kind}` };
}

/**
 * Says who holds a post at an office. Somebody new is added first; where the post is then refused,
 * she is there already when it is put right and sent again.
 */
export function holderSaver(client: Client, stakeholderId: string, personId: string) {
  const addPerson = personAdder(client, personId);
  const requestIdFor = requestIds();
  return async (draft: HolderDraft): Promise<SaveEnding> => {
    const missing = missingInHolder(draft);
    if (missing.length > 0) return { kind: "refused", errors: missing };
    if (draft.who === "new") {
      const ending = endingOf(await addPerson(draft));
      if (ending.kind !== "saved") return ending;
    }
    const fields = toPostInput(draft, stakeholderId);
    const input = { requestId: requestIdFor(fields), ...fields };
    const result = await client.mutation(AddPostMutation, { input });
    return endingOf(outcomeOf(result, (data) => data.addPost));
  };
}
