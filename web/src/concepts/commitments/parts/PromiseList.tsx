import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { CommitmentFilter } from "../../../gql/graphql";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { NextPage, type Pages, usePages } from "../../../kit/ui/NextPage";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { LedgerRow } from "./LedgerRow";

const PromisesQuery = graphql(`
  query Promises($filter: CommitmentFilter!, $after: String) {
    commitments(filter: $filter, first: 20, after: $after) {
      nodes {
        id
        ...LedgerRow_commitment
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface PromiseListProps {
  filter: CommitmentFilter;
  /** What is said where there is none. */
  empty: MessageKey;
}

/** The asks and promises that a filter lets through, the newest first, page after page. */
export function PromiseList({ filter, empty }: PromiseListProps) {
  const subject = JSON.stringify(filter);
  const pages = usePages(subject);
  return (
    <ul>
      <PromisesPart key={subject} filter={filter} empty={empty} after={null} pages={pages} />
    </ul>
  );
}

interface PromisesPartProps extends PromiseListProps {
  after: string | null;
  pages: Pages;
}

function PromisesPart({ filter, empty, after, pages }: PromisesPartProps) {
  const { t } = useWords();
  const [{ data, error }, ask] = useQuery({ query: PromisesQuery, variables: { filter, after } });
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.commitments;
  return (
    <>
      {nodes.map((commitment) => (
        <LedgerRow key={commitment.id} commitment={commitment} />
      ))}
      {nodes.length === 0 && !after ? (
        <li>
          <Empty>{t(empty)}</Empty>
        </li>
      ) : null}
      <NextPage info={pageInfo} pages={pages}>
        {(next, rest) => <PromisesPart filter={filter} empty={empty} after={next} pages={rest} />}
      </NextPage>
    </>
  );
}
