import { useRef, useState } from "react";
import { type Client, useClient } from "urql";
import { graphql } from "../../gql";
import type { OfficesOfNameQuery as OfficesOfName } from "../../gql/graphql";
import { missingIn, type OfficeDraft } from "./officeDraft";

const OfficesOfNameQuery = graphql(`
  query OfficesOfName($search: String!) {
    stakeholders(filter: { search: $search }, first: 5) {
      nodes {
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
  }
`);

const NONE: Twin[] = [];

export type Twin = OfficesOfName["stakeholders"]["nodes"][number];

/** The offices of the record that may be the one that is to be added: they go by one of its names. */
export async function twinsOf(client: Client, draft: OfficeDraft): Promise<Twin[]> {
  const names = [draft.en, draft.ur].map((name) => name.trim()).filter(Boolean);
  const answers = await Promise.all(
    names.map((search) =>
      client.query(OfficesOfNameQuery, { search }, { requestPolicy: "network-only" }).toPromise(),
    ),
  );
  const found = new Map(
    answers
      .flatMap(({ data }) => data?.stakeholders.nodes ?? [])
      // What an earlier try added without an answer is this office itself.
      .filter(({ id }) => id !== draft.id)
      .map((office) => [office.id, office]),
  );
  return [...found.values()];
}

/**
 * Looks, before an office is added, whether it may be there already. What was found is shown once;
 * then the same name may be added all the same.
 */
export function useTwins(draft: OfficeDraft) {
  const client = useClient();
  const isAsking = useRef(false);
  const [shown, setShown] = useState<{ of: string; twins: Twin[] }>({ of: "", twins: [] });
  const names = JSON.stringify([draft.en, draft.ur]);
  const twins = shown.of === names ? shown.twins : NONE;

  const mayAdd = async (): Promise<boolean> => {
    if (isAsking.current) return false;
    // What is missing is said first.
    if (shown.of === names || missingIn(draft).length > 0) return true;
    isAsking.current = true;
    const found = await twinsOf(client, draft);
    isAsking.current = false;
    setShown({ of: names, twins: found });
    return found.length === 0;
  };
  return { twins, mayAdd };
}
