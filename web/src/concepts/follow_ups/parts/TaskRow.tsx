import type { ReactNode } from "react";
import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Name } from "../../../kit/ui/Name";
import { Text } from "../../../kit/ui/Text";
import { useForget, useUndo } from "../../../kit/ui/UndoBar";
import { canLog, useViewer } from "../../../kit/viewer";
import { Refusal } from "./Refusal";
import styles from "./TaskRow.module.css";
import { TickSaid } from "./TickSaid";
import { useTick } from "./useTick";

const TaskRow_task = graphql(`
  fragment TaskRow_task on FollowUpAction {
    id
    title {
      text
      language
    }
    status
    dueOn
    isOverdue
    completedOn
    owner {
      id
      name {
        en
        ur
      }
    }
    stakeholders {
      id
      name {
        en
        ur
      }
    }
    meeting {
      id
    }
  }
`);

interface TaskRowProps {
  task: FragmentType<typeof TaskRow_task>;
  /** The record on whose page it stands, so that no link leads back to where one is. */
  at?: string;
  /** What else may be done to it there. */
  children?: ReactNode;
}

/** A task on one line, with the box that ticks it; without one for who only reads. */
export function TaskRow({ task: masked, at, children }: TaskRowProps) {
  const { t } = useWords();
  const task = unmask(TaskRow_task, masked);
  const viewer = useViewer();
  const [offerUndo, forget] = [useUndo(), useForget()];
  const { tick, isDone, completedOn, isOverdue, isWaiting, refused } = useTick(task);
  const title = <Text of={task.title} />;
  const isHers = task.owner?.id === viewer.person?.id;

  const change = () => {
    tick(isDone ? "reopen" : "complete");
    if (isDone) forget(task.id);
    else offerUndo(<TickSaid of={task} />, () => tick("reopen"), task.id);
  };

  return (
    <li className={canLog(viewer) ? `${styles.row} ${styles.ticked}` : styles.row}>
      {canLog(viewer) ? (
        <label className={styles.label}>
          <input type="checkbox" className={styles.box} checked={isDone} onChange={change} />
          <span className={isDone ? styles.done : styles.title}>{title}</span>
        </label>
      ) : (
        <p className={styles.read}>{title}</p>
      )}
      {isDone && completedOn ? (
        <p className={styles.day}>
          <Sentence id="task.doneOn" values={{ day: <Day of={completedOn} /> }} />
        </p>
      ) : null}
      {!isDone && task.dueOn ? (
        <p className={isOverdue ? `${styles.day} ${styles.overdue}` : styles.day}>
          <Sentence
            id={isOverdue ? "task.overdueSince" : "task.dueOn"}
            values={{ day: <Day of={task.dueOn} /> }}
          />
        </p>
      ) : null}
      <p className={styles.about}>
        {isWaiting ? <span className={styles.waiting}>{t("task.waiting")}</span> : null}
        {task.owner && !isHers ? <Name of={task.owner.name} /> : null}
        {task.stakeholders
          .filter(({ id }) => id !== at)
          .map((office) => (
            <Link key={office.id} className={styles.link} href={`/offices/${office.id}`}>
              <Name of={office.name} />
            </Link>
          ))}
        {task.meeting && task.meeting.id !== at ? (
          <Link className={styles.link} href={`/meetings/${task.meeting.id}`}>
            {t("task.fromMeeting")}
          </Link>
        ) : null}
      </p>
      {refused ? (
        <p className={styles.refused}>
          <Refusal of={refused} />
        </p>
      ) : null}
      {children ? <div className={styles.acts}>{children}</div> : null}
    </li>
  );
}
