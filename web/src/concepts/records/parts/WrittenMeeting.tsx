import type { ReactNode } from "react";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Name } from "../../../kit/ui/Name";
import { Text, TextBlock } from "../../../kit/ui/Text";
import { MeetingOffices } from "../../meetings/parts/MeetingOffices";
import styles from "./WaitingRow.module.css";

const WrittenMeeting_meeting = graphql(`
  fragment WrittenMeeting_meeting on Meeting {
    id
    ownTitle: title {
      text
      language
    }
    said {
      text
      language
    }
    ...MeetingOffices_meeting
    decisions {
      id
      archivedOn
      kind
      text {
        text
        language
      }
    }
    commitments {
      id
      archivedOn
      direction
      dueOn
      text {
        text
        language
      }
    }
    followUps {
      id
      archivedOn
      dueOn
      title {
        text
        language
      }
      owner {
        id
        name {
          en
          ur
        }
      }
    }
  }
`);

/** What was written of a meeting: with whom, what was said, and what came of it, a line each. */
export function WrittenMeeting({
  meeting: masked,
}: {
  meeting: FragmentType<typeof WrittenMeeting_meeting>;
}) {
  const { t } = useWords();
  const meeting = unmask(WrittenMeeting_meeting, masked);
  const isThere = ({ archivedOn }: { archivedOn: string | null }) => !archivedOn;
  return (
    <>
      {meeting.ownTitle ? (
        <p>
          <MeetingOffices meeting={meeting} otherwise={null} />
        </p>
      ) : null}
      {meeting.said ? (
        <TextBlock of={meeting.said} />
      ) : (
        <p className={styles.about}>{t("meeting.wordsNone")}</p>
      )}
      <ul>
        {meeting.decisions.filter(isThere).map(({ id, kind, text }) => (
          <Came key={id} who={t(enumKey("decisionKind", kind, "decisionKind.RESOLVED"))}>
            <Text of={text} />
          </Came>
        ))}
        {meeting.commitments.filter(isThere).map(({ id, direction, text, dueOn }) => (
          <Came key={id} who={t(enumKey("direction", direction, "direction.MUTUAL"))} by={dueOn}>
            <Text of={text} />
          </Came>
        ))}
        {meeting.followUps.filter(isThere).map(({ id, title, owner, dueOn }) => (
          <Came key={id} who={owner ? <Name of={owner.name} /> : t("written.task")} by={dueOn}>
            <Text of={title} />
          </Came>
        ))}
      </ul>
    </>
  );
}

interface CameProps {
  who: ReactNode;
  by?: string | null;
  children: ReactNode;
}

function Came({ who, by, children }: CameProps) {
  return (
    <li className={styles.came}>
      <span className={styles.who}>{who}</span>
      <span>{children}</span>
      {by ? (
        <span className={styles.who}>
          <Sentence id="task.dueOn" values={{ day: <Day of={by} /> }} />
        </span>
      ) : null}
    </li>
  );
}
