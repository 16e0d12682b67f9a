import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { When } from "../../../kit/ui/Day";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { TextBlock } from "../../../kit/ui/Text";
import { MeetingOffices } from "./MeetingOffices";
import styles from "./MeetingRow.module.css";
import { MeetingTitle } from "./MeetingTitle";

const MeetingRow_meeting = graphql(`
  fragment MeetingRow_meeting on Meeting {
    id
    kind
    meetingStatus: status
    time {
      precision
      startsAt
      firstDay
      lastDay
      zone
    }
    said {
      text
      language
    }
    attendees {
      id
      capacity
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
    rowTitle: title {
      language
    }
    ...MeetingTitle_meeting
    ...MeetingOffices_meeting
  }
`);

interface MeetingRowProps {
  meeting: FragmentType<typeof MeetingRow_meeting>;
  /** What leads to it: its name, or its day where all are meetings with the same office. */
  by?: "name" | "day";
}

/** A meeting on one line: when, with whom, by whom of us, and the words as far as they are hers. */
export function MeetingRow({ meeting: masked, by = "name" }: MeetingRowProps) {
  const { t } = useWords();
  const meeting = unmask(MeetingRow_meeting, masked);
  const members = meeting.attendees.flatMap(({ member }) =>
    member?.person ? [member.person] : [],
  );
  return (
    <li className={styles.row}>
      <Link href={`/meetings/${meeting.id}`} className={styles.link}>
        {by === "name" ? <MeetingTitle meeting={meeting} /> : <When of={meeting.time} />}
      </Link>
      <p className={styles.about}>
        {by === "name" ? (
          <span>
            <When of={meeting.time} />
          </span>
        ) : null}
        {by === "name" && meeting.rowTitle ? (
          <span>
            <MeetingOffices meeting={meeting} otherwise={null} />
          </span>
        ) : null}
        {by === "day" && meeting.kind !== "STAKEHOLDER" ? (
          <span>{t(enumKey("meetingKind", meeting.kind, "meetingKind.STAKEHOLDER"))}</span>
        ) : null}
        {meeting.meetingStatus === "HELD" ? null : (
          <span>{t(enumKey("meetingStatus", meeting.meetingStatus, "meetingStatus.HELD"))}</span>
        )}
        {members.length > 0 ? (
          <span>
            <Sentence
              id="meeting.by"
              values={{
                names: (
                  <Listed
                    of={members.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))}
                  />
                ),
              }}
            />
          </span>
        ) : null}
      </p>
      {meeting.said ? <TextBlock of={meeting.said} isShort /> : null}
    </li>
  );
}
