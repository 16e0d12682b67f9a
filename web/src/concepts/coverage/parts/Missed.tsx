import { useId } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { PeriodInput } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { NextPage, type Pages, usePages } from "../../../kit/ui/NextPage";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { GapRow } from "./GapRow";
import styles from "./Missed.module.css";

const MissedQuery = graphql(`
  query Missed($period: PeriodInput!, $after: String) {
    gaps(period: $period, first: 20, after: $after) {
      nodes {
        ...GapRow_gap
        stakeholder {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Whom we missed, the worst first, with what can be done next. */
export function Missed({ period }: { period: PeriodInput }) {
  const { t } = useWords();
  const title = useId();
  const pages = usePages(JSON.stringify(period));
  return (
    <section className={styles.missed} aria-labelledby={title}>
      <h2 id={title}>{t("missed.title")}</h2>
      <p className={styles.lead}>{t("missed.lead")}</p>
      <ul>
        <MissedPart period={period} after={null} pages={pages} />
      </ul>
    </section>
  );
}

interface MissedPartProps {
  period: PeriodInput;
  after: string | null;
  pages: Pages;
}

/** One page of them. */
function MissedPart({ period, after, pages }: MissedPartProps) {
  const { t } = useWords();
  const [{ data, error }, ask] = useQuery({ query: MissedQuery, variables: { period, after } });
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.gaps;
  return (
    <>
      {nodes.map((gap) => (gap.stakeholder ? <GapRow key={gap.stakeholder.id} gap={gap} /> : null))}
      {nodes.length === 0 && !after ? (
        <li>
          <Empty>{t("missed.none")}</Empty>
        </li>
      ) : null}
      <NextPage info={pageInfo} pages={pages}>
        {(next, rest) => <MissedPart period={period} after={next} pages={rest} />}
      </NextPage>
    </>
  );
}
