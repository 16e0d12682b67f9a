import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { HistoryQuery } from "../../../gql/graphql";
import { type MessageKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Moment } from "../../../kit/ui/Day";
import { Name } from "../../../kit/ui/Name";
import { NextPage, type Pages, usePages } from "../../../kit/ui/NextPage";
import { ReadFailed, Skeleton } from "../../../kit/ui/State";
import { useViewer } from "../../../kit/viewer";
import { type HistoryOf, wordOfField } from "../words";
import { ChangedValue } from "./ChangedValue";
import styles from "./History.module.css";

const TimesQuery = graphql(`
  query TimesChanged($id: ID!) {
    history(id: $id, last: 1) {
      totalCount
      nodes {
        at
        isRecording
      }
    }
  }
`);

const HistoryQueryText = graphql(`
  query History($id: ID!, $after: String) {
    history(id: $id, first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        at
        act
        isRecording
        by {
          id
          name {
            en
            ur
          }
        }
        actingFor {
          id
          person {
            id
            name {
              en
              ur
            }
          }
        }
        fields {
          field
          before {
            ...Changed_value
          }
          after {
            ...Changed_value
          }
        }
      }
    }
  }
`);

interface HistoryProps {
  id: string;
  of: HistoryOf;
}

/** At the foot of a page: how often what stands on it was changed, and, once opened, by whom, when and what. */
export function History({ id, of }: HistoryProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const isPartner = viewer.role === "PARTNER";
  const [{ data }] = useQuery({ query: TimesQuery, variables: { id }, pause: isPartner });
  const pages = usePages(id);
  // Without a network nothing is said of it: how it was changed is not kept on the phone.
  if (!data?.history) return null;
  const beginning = data.history.nodes.filter(({ isRecording }) => isRecording);
  const changes = data.history.totalCount - beginning.length;
  if (changes === 0) return <p className={styles.never}>{t("history.never")}</p>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)} className={styles.history}>
      <summary className={styles.summary}>{t("history.times", { count: changes })}</summary>
      {isOpen ? (
        <ol className={styles.list}>
          <HistoryPage id={id} of={of} after={null} pages={pages} />
        </ol>
      ) : null}
    </details>
  );
}

interface HistoryPageProps extends HistoryProps {
  after: string | null;
  pages: Pages;
}

function HistoryPage({ id, of, after, pages }: HistoryPageProps) {
  const [{ data, error }, ask] = useQuery({
    query: HistoryQueryText,
    variables: { id, after },
    requestPolicy: "cache-and-network",
  });
  if (!data?.history) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.history;
  return (
    <>
      {nodes.map((entry, index) => (
        <li key={`${entry.at} ${index}`} className={styles.entry}>
          <Entry entry={entry} of={of} />
        </li>
      ))}
      <NextPage info={{ ...pageInfo, endCursor: pageInfo.endCursor ?? null }} pages={pages}>
        {(next, further) => <HistoryPage id={id} of={of} after={next} pages={further} />}
      </NextPage>
    </>
  );
}

type EntryOf = NonNullable<HistoryQuery["history"]>["nodes"][number];

/** Who did it, for whom, and when; what was done is said only of the writing down. */
function sentenceOf({ isRecording, actingFor }: EntryOf): MessageKey {
  if (isRecording) return actingFor?.person ? "history.recordedFor" : "history.recorded";
  return actingFor?.person ? "history.byFor" : "history.by";
}

function Entry({ entry, of }: { entry: EntryOf; of: HistoryOf }) {
  const { t } = useWords();
  const member = entry.actingFor?.person;
  const name = entry.by ? <Name of={entry.by.name} /> : t("history.theProgram");
  const forWhom = member ? <Name of={member.name} /> : null;
  const values = { name, member: forWhom, day: <Moment of={entry.at} /> };
  // How it was recorded stands on the page itself.
  const fields = entry.isRecording ? [] : entry.fields;
  return (
    <>
      <p className={styles.who}>
        <Sentence id={sentenceOf(entry)} values={values} />
      </p>
      <dl className={styles.fields}>
        {fields.map(({ field, before, after }, index) => (
          <div key={`${field} ${index}`} className={styles.field}>
            <dt>{t(wordOfField(field))}</dt>
            <dd>
              <ChangedValue of={of} field={field} value={before ?? null} />
              <span className={styles.arrow} aria-label={t("history.became")} role="img" />
              <ChangedValue of={of} field={field} value={after ?? null} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
