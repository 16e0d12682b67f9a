import { useMemo } from "react";
import { type Client, useClient, useQuery } from "urql";
import { graphql } from "../../gql";
import type { AllOfficesQuery as AllOffices } from "../../gql/graphql";
import { isFound } from "../../kit/fold";
import { useWords } from "../../kit/i18n/words";
import { pickName } from "../../kit/ui/Name";

export const AllOfficesQuery = graphql(`
  query AllOffices($after: String) {
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

export type KeptOffice = AllOffices["stakeholders"]["nodes"][number];

const ONLY_KEPT = { requestPolicy: "cache-only" } as const;

/** The offices of which names lie on this machine, of which the first page has been read. */
function keptOffices(client: Client, first: AllOffices): KeptOffice[] {
  const offices: KeptOffice[] = [];
  let page: AllOffices | undefined = first;
  while (page) {
    const { nodes, pageInfo }: AllOffices["stakeholders"] = page.stakeholders;
    offices.push(...nodes);
    const next = { after: pageInfo.endCursor };
    page = pageInfo.hasNextPage
      ? client.readQuery(AllOfficesQuery, next, ONLY_KEPT)?.data
      : undefined;
  }
  return offices;
}

/** Where the record is out of reach: what is found among the offices that lie on this machine. */
export function useKeptOffices({
  isAway,
  search,
  category,
}: {
  isAway: boolean;
  search: string;
  category?: string | undefined;
}): KeptOffice[] {
  const client = useClient();
  const { language } = useWords();
  // Asked as a page asks, so that it is told how old that is.
  const [{ data: first }] = useQuery({
    query: AllOfficesQuery,
    variables: { after: null },
    pause: !isAway,
    ...ONLY_KEPT,
  });
  const all = useMemo(() => {
    const nameOf = ({ name }: KeptOffice) => pickName(name, language).text;
    const { compare } = new Intl.Collator(language);
    return isAway && first
      ? keptOffices(client, first).sort((one, other) => compare(nameOf(one), nameOf(other)))
      : [];
  }, [client, isAway, first, language]);
  return useMemo(
    () =>
      all.filter(
        (office) =>
          (!category || office.category === category) &&
          isFound(search, [
            office.name.en ?? "",
            office.name.ur ?? "",
            office.shortName ?? "",
            ...office.aliases,
          ]),
      ),
    [all, search, category],
  );
}
