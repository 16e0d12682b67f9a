import { useQuery } from "urql";
import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { TargetListFilter } from "../../../gql/graphql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Icon } from "../../../kit/ui/Icon";
import { Names } from "../../../kit/ui/Name";
import { NextPage, type Pages, usePages } from "../../../kit/ui/NextPage";
import { Page, Section } from "../../../kit/ui/Page";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import styles from "./TargetListsPage.module.css";

const ListRow_list = graphql(`
  fragment ListRow_list on TargetList {
    id
    name {
      en
      ur
    }
    from
    to
    approvedOn
    archivedOn
  }
`);

const TargetListsQuery = graphql(`
  query TargetLists($filter: TargetListFilter, $after: String) {
    targetLists(first: 50, filter: $filter, after: $after) {
      nodes {
        id
        ...ListRow_list
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const IN_USE = {};
const ENDED = { archived: true };

/** The lists of whom to meet, those that were ended last. */
export function TargetListsPage() {
  const { t } = useWords();
  const viewer = useViewer();
  const inUse = usePages("");
  const ended = usePages("");
  const none = t(isCoordinator(viewer) ? "lists.none" : "lists.noneOpen");
  const [{ data }] = useQuery({
    query: TargetListsQuery,
    variables: { filter: ENDED, after: null },
  });
  return (
    <Page title={t("lists.title")} tab={t("lists.title")} lead={t("lists.lead")}>
      {isCoordinator(viewer) ? (
        <div>
          <ButtonLink href="/whom-we-met/lists/new">
            <Icon name="add" /> {t("list.new")}
          </ButtonLink>
        </div>
      ) : null}
      <ul>
        <ListsPart filter={IN_USE} after={null} pages={inUse} empty={none} />
      </ul>
      {data && data.targetLists.nodes.length > 0 ? (
        <Section title={t("lists.ended")}>
          <ul>
            <ListsPart filter={ENDED} after={null} pages={ended} />
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

interface ListsPartProps {
  filter: TargetListFilter;
  after: string | null;
  pages: Pages;
  /** What is said where there is none. */
  empty?: string;
}

function ListsPart({ filter, after, pages, empty }: ListsPartProps) {
  const [{ data, error }, ask] = useQuery({
    query: TargetListsQuery,
    variables: { filter, after },
  });
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.targetLists;
  return (
    <>
      {nodes.map((list) => (
        <ListRow key={list.id} list={list} />
      ))}
      {nodes.length === 0 && !after && empty ? (
        <li>
          <Empty>{empty}</Empty>
        </li>
      ) : null}
      <NextPage info={pageInfo} pages={pages}>
        {(next, rest) => <ListsPart filter={filter} after={next} pages={rest} />}
      </NextPage>
    </>
  );
}

function ListRow({ list: masked }: { list: FragmentType<typeof ListRow_list> }) {
  const { t } = useWords();
  const { id, name, from, to, approvedOn, archivedOn } = unmask(ListRow_list, masked);
  return (
    <li className={styles.row}>
      <Link href={`/whom-we-met/lists/${id}`} className={styles.link}>
        <Names of={name} />
      </Link>
      <p className={styles.about}>
        <span>
          <Sentence
            id="coverage.period"
            values={{ from: <Day of={from} />, to: <Day of={to} /> }}
          />
        </span>
        <span>
          {archivedOn ? (
            <Sentence id="list.endedOn" values={{ day: <Day of={archivedOn} /> }} />
          ) : approvedOn ? (
            <Sentence id="list.approvedOn" values={{ day: <Day of={approvedOn} /> }} />
          ) : (
            t("list.isOpen")
          )}
        </span>
      </p>
    </li>
  );
}
