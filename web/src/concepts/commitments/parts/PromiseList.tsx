import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { CommitmentFilter, CommitmentOrder } from "../../../gql/graphql";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { NextPage, type Pages, usePages } from "../../../kit/ui/NextPage";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { LedgerRow } from "./LedgerRow";

const PromisesQuery = graphql(`
  query Promises($filter: CommitmentFilter!, $orderBy: CommitmentOrder, $after: String) {
    commitments(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
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
  /** The newest first where none is given. */
  orderBy?: CommitmentOrder;
  /** What is said where there is none. */
  empty: MessageKey;
}

/** The asks and promises that a filter lets through, page after page. */
export function PromiseList({ filter, orderBy, empty }: PromiseListProps) {
  const subject = JSON.stringify([filter, orderBy]);
  const pages = usePages(subject);
  return (
    <ul>
      <PromisesPart
        key={subject}
        filter={filter}
        {...(orderBy ? { orderBy } : {})}
        empty={empty}
        after={null}
        pages={pages}
      />
    </ul>
  );
}

interface PromisesPartProps extends PromiseListProps {
  after: string | null;
  pages: Pages;
}

function PromisesPart({ after, pages, ...asked }: PromisesPartProps) {
  const { t } = useWords();
  const { filter, orderBy, empty } = asked;
  const [{ data, error }, ask] = useQuery({
    query: PromisesQuery,
    variables: { filter, orderBy: orderBy ?? null, after },
  });
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
        {(next, rest) => <PromisesPart {...asked} after={next} pages={rest} />}
      </NextPage>
    </>
  );
}
