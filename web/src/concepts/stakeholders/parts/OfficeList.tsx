import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { StakeholderFilter } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { NextPage, type Pages, usePages } from "../../../kit/ui/NextPage";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { useViewer } from "../../../kit/viewer";
import { useKeptOffices } from "../keptOffices";
import { noOfficeWord } from "../noOffice";
import { OfficeLine } from "./OfficeLine";
import { OfficeRow } from "./OfficeRow";

const OfficesQuery = graphql(`
  query Offices($filter: StakeholderFilter!, $orderBy: NameOrder!, $after: String) {
    stakeholders(filter: $filter, orderBy: $orderBy, first: 30, after: $after) {
      nodes {
        id
        ...OfficeRow_office
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The offices that a filter lets through, page after page. */
export function OfficeList({ filter }: { filter: StakeholderFilter }) {
  const { language } = useWords();
  const subject = `${language}${JSON.stringify(filter)}`;
  const pages = usePages(subject);
  return (
    <ul>
      <OfficesPart key={subject} filter={filter} after={null} pages={pages} />
    </ul>
  );
}

interface OfficesPartProps {
  filter: StakeholderFilter;
  after: string | null;
  pages: Pages;
}

function OfficesPart({ filter, after, pages }: OfficesPartProps) {
  const { t, language } = useWords();
  const viewer = useViewer();
  const [{ data, error }, ask] = useQuery({
    query: OfficesQuery,
    variables: {
      filter,
      orderBy: { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" },
      after,
    },
  });
  const isAway = Boolean(error?.networkError) && !data;
  const kept = useKeptOffices({
    isAway: isAway && after === null,
    search: filter.search ?? "",
    category: filter.categories?.[0],
  });
  if (!data && kept.length > 0) {
    // Of these no more than their names lies on the machine.
    return kept.map((office) => <OfficeLine key={office.id} office={office} />);
  }
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.stakeholders;
  return (
    <>
      {nodes.map((office) => (
        <OfficeRow key={office.id} office={office} />
      ))}
      {nodes.length === 0 && !after ? (
        <li>
          <Empty>{t(noOfficeWord(viewer, filter))}</Empty>
        </li>
      ) : null}
      <NextPage info={pageInfo} pages={pages}>
        {(next, rest) => <OfficesPart filter={filter} after={next} pages={rest} />}
      </NextPage>
    </>
  );
}
