import { useQuery } from "urql";
import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Icon } from "../../../kit/ui/Icon";
import { Names } from "../../../kit/ui/Name";
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
  query TargetLists {
    targetLists(first: 100) {
      nodes {
        id
        ...ListRow_list
      }
    }
    ended: targetLists(first: 100, filter: { archived: true }) {
      nodes {
        id
        ...ListRow_list
      }
    }
  }
`);

/** The lists of whom to meet, those that were ended last. */
export function TargetListsPage() {
  const { t } = useWords();
  const viewer = useViewer();
  const [{ data, error }, ask] = useQuery({ query: TargetListsQuery });
  return (
    <Page title={t("lists.title")} tab={t("lists.title")} lead={t("lists.lead")}>
      {isCoordinator(viewer) ? (
        <div>
          <ButtonLink href="/whom-we-met/lists/new">
            <Icon name="add" /> {t("list.new")}
          </ButtonLink>
        </div>
      ) : null}
      {error && !data ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : null}
      {!data && !error ? <Skeleton /> : null}
      {data && data.targetLists.nodes.length === 0 ? (
        <Empty>{t(isCoordinator(viewer) ? "lists.none" : "lists.noneOpen")}</Empty>
      ) : null}
      <ul>
        {data?.targetLists.nodes.map((list) => (
          <ListRow key={list.id} list={list} />
        ))}
      </ul>
      {data && data.ended.nodes.length > 0 ? (
        <Section title={t("lists.ended")}>
          <ul>
            {data.ended.nodes.map((list) => (
              <ListRow key={list.id} list={list} />
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
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
