import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { LettersQueryVariables } from "../../../gql/graphql";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { NextPage, type Pages, usePages } from "../../../kit/ui/NextPage";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { LetterRow } from "./LetterRow";

const LettersQuery = graphql(`
  query Letters($filter: DocumentFilter!, $orderBy: DocumentOrder!, $after: String) {
    documents(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
      nodes {
        id
        ...LetterRow_document
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface LetterListProps {
  asked: Omit<LettersQueryVariables, "after">;
  /** What is said where there is none. */
  empty: MessageKey;
}

/** The letters that a filter lets through, page after page. */
export function LetterList({ asked, empty }: LetterListProps) {
  const subject = JSON.stringify(asked);
  const pages = usePages(subject);
  return (
    <ul>
      <LettersPart key={subject} asked={asked} empty={empty} after={null} pages={pages} />
    </ul>
  );
}

interface LettersPartProps extends LetterListProps {
  after: string | null;
  pages: Pages;
}

function LettersPart({ asked, empty, after, pages }: LettersPartProps) {
  const { t } = useWords();
  const [{ data, error }, ask] = useQuery({ query: LettersQuery, variables: { ...asked, after } });
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.documents;
  return (
    <>
      {nodes.map((letter) => (
        <LetterRow key={letter.id} letter={letter} isNamed />
      ))}
      {nodes.length === 0 && !after ? (
        <li>
          <Empty>{t(empty)}</Empty>
        </li>
      ) : null}
      <NextPage info={pageInfo} pages={pages}>
        {(next, rest) => <LettersPart asked={asked} empty={empty} after={next} pages={rest} />}
      </NextPage>
    </>
  );
}
