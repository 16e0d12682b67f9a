import type { Client } from "urql";
import { graphql } from "../../gql";
import { isRefusedAs, type Outcome, outcomeOf, type UserError } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";
import { atLines, type PersonDraft, personFields } from "./personDraft";

const CreatePersonMutation = graphql(`
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      person {
        id
        version
        name {
          en
          ur
        }
        phones {
          number
          kind
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

const UpdatePersonMutation = graphql(`
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      person {
        id
        version
        name {
          en
          ur
        }
        phones {
          number
          kind
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

const PersonVersionQuery = graphql(`
  query PersonVersion($id: ID!) {
    person(id: $id) {
      id
      version
    }
  }
`);

type PersonPayload = { person: { version: string } | null; userErrors: readonly UserError[] };
export type PersonOutcome = Outcome<PersonPayload>;

/** Says what was wrong with a number at the line on which it is written. */
function atItsLines(outcome: PersonOutcome, draft: PersonDraft): PersonOutcome {
  if (outcome.kind !== "refused") return outcome;
  return { ...outcome, errors: atLines(outcome.errors, draft.phones) };
}

/** Changes a person as she was read at this version; the same words again are the same request. */
export function personChanger(client: Client, id: string) {
  const requestIdFor = requestIds();
  return async (draft: PersonDraft, expectedVersion: string): Promise<PersonOutcome> => {
    const fields = personFields(draft);
    const requestId = requestIdFor([expectedVersion, fields]);
    const input = { id, requestId, expectedVersion, ...fields };
    const result = await client.mutation(UpdatePersonMutation, { input });
    return atItsLines(
      outcomeOf(result, (data) => data.updatePerson),
      draft,
    );
  };
}

/**
 * Adds a person once, however often it is asked: what was written otherwise after she was added is a
 * change of her.
 */
export function personAdder(client: Client, id: string) {
  const requestIdFor = requestIds();
  const change = personChanger(client, id);
  let added: { version: string; words: string } | null = null;

  const create = async (draft: PersonDraft): Promise<PersonOutcome> => {
    const fields = personFields(draft);
    const input = { id, requestId: requestIdFor(fields), ...fields };
    const result = await client.mutation(CreatePersonMutation, { input });
    return outcomeOf(result, (data) => data.createPerson);
  };
  const changeWhatArrived = async (draft: PersonDraft, otherwise: PersonOutcome) => {
    const now = { requestPolicy: "network-only" } as const;
    const { data } = await client.query(PersonVersionQuery, { id }, now);
    return data?.person ? change(draft, data.person.version) : otherwise;
  };

  return async (draft: PersonDraft): Promise<PersonOutcome | { kind: "done" }> => {
    const words = JSON.stringify(personFields(draft));
    if (added?.words === words) return { kind: "done" };
    let outcome = added ? await change(draft, added.version) : await create(draft);
    // An earlier try of which no answer came did arrive.
    if (isRefusedAs("ID_CONFLICT", outcome) && !added)
      outcome = await changeWhatArrived(draft, outcome);
    if (outcome.kind === "done" && outcome.payload.person) {
      added = { version: outcome.payload.person.version, words };
    }
    return atItsLines(outcome, draft);
  };
}
