import type { Client } from "urql";
import { graphql } from "../../gql";
import { endingOf, type SaveEnding } from "../../kit/form/ending";
import { outcomeOf, type UserError } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { type HolderDraft, missingInHolder, toChangeInput, toPostInput } from "./personDraft";
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

const ChangeHolderMutation = graphql(`
  mutation ChangeHolder($input: ChangeOfficeHolderInput!) {
    changeOfficeHolder(input: $input) {
      results {
        stakeholderId
        stakeholder {
          id
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
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** What the record says of the one change that was sent, said of the fields of the form. */
function ofTheForm({ path, ...error }: UserError): UserError {
  const [, , field = "", ...rest] = path;
  const names: Record<string, string> = { on: "from", nextId: "who" };
  return { ...error, path: [names[field] ?? field, ...rest] };
}

/**
 * Says who holds a post at an office, or holds it after another, whose post ends by that. Somebody new is added first; where the post is then refused,
 * she is there already when it is put right and sent again.
 */
export function holderSaver(
  client: Client,
  stakeholderId: string,
  personId: string,
  endPostId?: string,
) {
  const addPerson = personAdder(client, personId);
  const requestIdFor = requestIds();
  return async (draft: HolderDraft): Promise<SaveEnding> => {
    const missing = missingInHolder(draft);
    if (missing.length > 0) return { kind: "refused", errors: missing };
    if (draft.who === "new") {
      const ending = endingOf(await addPerson(draft));
      if (ending.kind !== "saved") return ending;
    }
    if (endPostId) {
      const fields = { changes: [toChangeInput(draft, stakeholderId, endPostId)] };
      const input = { requestId: requestIdFor(fields), ...fields };
      const result = await client.mutation(ChangeHolderMutation, { input });
      const outcome = outcomeOf(result, ({ changeOfficeHolder: { results, userErrors } }) => ({
        userErrors: [...userErrors, ...results.flatMap((one) => one.userErrors.map(ofTheForm))],
      }));
      return endingOf(outcome);
    }
    const fields = toPostInput(draft, stakeholderId);
    const input = { requestId: requestIdFor(fields), ...fields };
    const result = await client.mutation(AddPostMutation, { input });
    return endingOf(outcomeOf(result, (data) => data.addPost));
  };
}
