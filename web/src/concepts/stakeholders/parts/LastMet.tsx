import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { When } from "../../../kit/ui/Day";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { TextBlock } from "../../../kit/ui/Text";
import { useViewer } from "../../../kit/viewer";
import { neverMetWord } from "../neverMet";
import styles from "./LastMet.module.css";

const LastMet_office = graphql(`
  fragment LastMet_office on Stakeholder {
    id
    lastMeeting {
      id
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
  }
`);

/** When the office was last met and by whom, in one line, and the words as far as she may read them. */
export function LastMet({ office: masked }: { office: FragmentType<typeof LastMet_office> }) {
  const { t } = useWords();
  const viewer = useViewer();
  const meeting = unmask(LastMet_office, masked).lastMeeting;
  if (!meeting) {
    return <p className={styles.line}>{t(neverMetWord(viewer))}</p>;
  }
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
        {members.length > 0 ? (
          <Sentence id="office.lastMetBy" values={{ day, names }} />
        ) : (
          <Sentence id="office.lastMetOn" values={{ day }} />
        )}
      </p>
      {meeting.said ? <TextBlock of={meeting.said} /> : null}
      {meeting.saidAbsence === "NOT_SHARED" ? (
        <p className={styles.closed}>{t("meeting.wordsNotShared")}</p>
      ) : null}
    </div>
  );
}
