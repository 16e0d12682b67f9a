import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { today } from "../../../kit/dates";
import { useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Page, Section } from "../../../kit/ui/Page";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { canLog, isCoordinator, useViewer } from "../../../kit/viewer";
import { WhoWaits } from "../../access/parts/WhoWaits";
import { NamesToMatch } from "../../meetings/parts/NamesToMatch";
import { UnsentList } from "../../meetings/parts/UnsentList";
import { WrittenForYou } from "../../records/parts/WrittenForYou";
import { BeginWithOffices } from "../../stakeholders/parts/BeginWithOffices";
import { byDueDay, doneLately, latelySince } from "../doneLately";
import { TaskRow } from "../parts/TaskRow";
import { UnsentTicks } from "../parts/UnsentTicks";
import { useIsDone } from "../parts/useTick";
import styles from "./HomePage.module.css";

export const HomeQuery = graphql(`
  query Home {
    open: followUpActions(
      filter: { mine: true, statuses: [OPEN, IN_PROGRESS] }
      orderBy: { field: DUE_ON, direction: ASC }
      first: 100
    ) {
      nodes {
        id
        status
        dueOn
        stakeholders {
          id
        }
        ...TaskRow_task
      }
    }
  }
`);

// A question of its own, because it is another one each day: what was read of the others stays.
const DoneLatelyQuery = graphql(`
  query DoneLately($since: Day!) {
    done: followUpActions(
      filter: { mine: true, statuses: [DONE], completedIn: { from: $since } }
      orderBy: { field: RECORDED_AT, direction: DESC }
      first: 100
    ) {
      nodes {
        id
        status
        dueOn
        completedOn
        ...TaskRow_task
      }
    }
  }
`);

/**
 * My tasks. A ticked row stays where it was until the page is opened anew, so that nothing jumps
 * from under the thumb and the box that took the tick also takes it back. What is taken back from
 * among those done is to do again, and stays there likewise.
 */
export function HomePage() {
  const { t } = useWords();
  const viewer = useViewer();
  const [{ data, error }, ask] = useQuery({ query: HomeQuery });
  const [{ data: before }] = useQuery({
    query: DoneLatelyQuery,
    variables: { since: latelySince(today()) },
  });

  const isDone = useIsDone();
  const [back, setBack] = useState<readonly string[]>([]);

  const open = data?.open.nodes ?? [];
  const past = before?.done.nodes.filter((task) => !open.some(({ id }) => id === task.id)) ?? [];
  const isBack = ({ id }: { id: string }) => back.includes(id);
  const news = past.filter((task) => !isDone(task) && !isBack(task));
  if (news.length > 0) setBack([...back, ...news.map(({ id }) => id)]);
  const toDo = byDueDay([...open, ...past.filter(isBack)]);
  // By its day and not by its state: a tick must not move the row to the other list.
  const isPast = ({ dueOn }: { dueOn: string | null }) => dueOn !== null && dueOn < today();
  const overdue = toDo.filter(isPast);
  const coming = toDo.filter((task) => !isPast(task));
  const lately = doneLately(
    past.filter((task) => !isBack(task)),
    today(),
  );

  const nothingLeft = <Empty>{t("home.empty")}</Empty>;

  return (
    <Page
      title={t("home.title")}
      tab={t("home.title")}
      isPhoneAct
      act={
        canLog(viewer) ? (
          <ButtonLink weight="main" href="/meetings/new">
            {t("act.met")}
          </ButtonLink>
        ) : null
      }
    >
      <UnsentList />
      <WrittenForYou />
      <WhoWaits />
      {error && !data ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : null}
      {!data && !error ? <Skeleton /> : null}
      {data && toDo.length === 0 ? (
        isCoordinator(viewer) ? (
          <BeginWithOffices otherwise={nothingLeft} />
        ) : (
          nothingLeft
        )
      ) : null}
      {overdue.length > 0 ? (
        <Section title={t("home.overdue")} aside={<Count of={overdue} />}>
          <Tasks of={overdue} />
        </Section>
      ) : null}
      {coming.length > 0 ? (
        <Section title={t("home.coming")} aside={<Count of={coming} />}>
          <Tasks of={coming} />
        </Section>
      ) : null}
      <UnsentTicks />
      {isCoordinator(viewer) ? <NamesToMatch /> : null}
      {lately.length > 0 ? (
        <Section title={t("home.done")}>
          <Tasks of={lately} />
        </Section>
      ) : null}
    </Page>
  );
}

type Task = { id: string } & Parameters<typeof TaskRow>[0]["task"];

function Tasks({ of }: { of: readonly Task[] }) {
  return (
    <ul>
      {of.map((task) => (
        <TaskRow key={task.id} task={task} />
      ))}
    </ul>
  );
}

function Count({ of }: { of: readonly { id: string; status: string }[] }) {
  const isDone = useIsDone();
  const left = of.filter((task) => !isDone(task)).length;
  return <span className={styles.count}>{left}</span>;
}
