import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { When } from "../../../kit/ui/Day";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { TextBlock } from "../../../kit/ui/Text";
import { useViewer } from "../../../kit/viewer";
import { lastMetWord, neverMetWord } from "../lastMet";
import styles from "./LastMet.module.css";

const LastMet_meeting = graphql(`
  fragment LastMet_meeting on Meeting {
    id
    kind
    time {
      precision
      startsAt
      firstDay
      lastDay
      zone
    }
    attendees {
      id
      member {
        id
        person {
          id
          name {
            en
            ur
          }
        }
      }
    }
    said {
      text
      language
    }
    saidAbsence
  }
`);

const LastMet_office = graphql(`
  fragment LastMet_office on Stakeholder {
    id
    lastMeeting {
      ...LastMet_meeting
    }
    lastAttended {
      ...LastMet_meeting
    }
  }
`);

interface LastMetProps {
  office: FragmentType<typeof LastMet_office>;
  /** Whether meetings stand below, with them or to which they were asked. */
  hasMeetings: boolean;
}

/**
 * When the office was last met and by whom, in one line, and the words as far as she may read them; or,
 * where it never was, when it was last seen.
 */
export function LastMet({ office: masked, hasMeetings }: LastMetProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const office = unmask(LastMet_office, masked);
  const meeting = unmask(LastMet_meeting, office.lastMeeting ?? office.lastAttended);
  if (!meeting) {
    return <p className={styles.line}>{t(neverMetWord(viewer, hasMeetings))}</p>;
  }
  const word = lastMetWord(meeting.kind);
  const members = meeting.attendees.flatMap(({ member }) =>
    member?.person ? [member.person] : [],
  );
  const day = (
    <Link href={`/meetings/${meeting.id}`}>
      <When of={meeting.time} />
    </Link>
  );
  const names = (
    <Listed of={members.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))} />
  );
  return (
    <div className={styles.last}>
      <p className={styles.line}>
        {members.length > 0 && word === "office.lastMetOn" ? (
          <Sentence id="office.lastMetBy" values={{ day, names }} />
        ) : (
          <Sentence id={word} values={{ day }} />
        )}
      </p>
      {meeting.said ? <TextBlock of={meeting.said} /> : null}
      {meeting.saidAbsence === "NOT_SHARED" ? (
        <p className={styles.closed}>{t("meeting.wordsNotShared")}</p>
      ) : null}
    </div>
  );
}
