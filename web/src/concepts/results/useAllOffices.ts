import { useEffect, useState } from "react";
import { type Client, useClient } from "urql";
import { graphql } from "../../gql";
import type { OfficesToListQuery as OfficesToListed } from "../../gql/graphql";

const OfficesToListQuery = graphql(`
  query OfficesToList($after: String) {
    stakeholders(orderBy: { field: NAME_EN, direction: ASC }, first: 100, after: $after) {
      nodes {
        id
        name {
          en
          ur
        }
        shortName
        aliases
        category
        districts {
          id
          name {
            en
            ur
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type OfficeToList = OfficesToListed["stakeholders"]["nodes"][number];

/** One page of them, as the record has it now; nothing where it does not answer. */
async function readPage(
  client: Client,
  after: string | null,
): Promise<OfficesToListed["stakeholders"] | undefined> {
  const asked = client.query(OfficesToListQuery, { after }, { requestPolicy: "network-only" });
  return (await asked).data?.stakeholders;
}

type Read =
  | { kind: "reading" | "failed"; offices: null }
  | { kind: "read"; offices: OfficeToList[] };

/** All offices in use, page after page: she chooses among all, and not among those that came first. */
export function useAllOffices(): Read & { again: () => void } {
  const client = useClient();
  const [turn, setTurn] = useState(0);
  const [read, setRead] = useState<Read>({ kind: "reading", offices: null });
  useEffect(() => {
    let isWanted = true;
    const readAll = async () => {
      const offices: OfficeToList[] = [];
      let after: string | null = null;
      do {
        const page = await readPage(client, after);
        if (!isWanted) return;
        if (!page) return setRead({ kind: "failed", offices: null });
        const { nodes, pageInfo } = page;
        offices.push(...nodes);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      setRead({ kind: "read", offices });
    };
    setRead({ kind: "reading", offices: null });
    readAll();
    return () => {
      isWanted = false;
    };
  }, [client, turn]);
  return { ...read, again: () => setTurn((turn) => turn + 1) };
}
