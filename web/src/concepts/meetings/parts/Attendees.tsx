import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Names } from "../../../kit/ui/Name";
import styles from "./Attendees.module.css";
import { GroupLine } from "./GroupLine";

const Attendees_meeting = graphql(`
  fragment Attendees_meeting on Meeting {
    id
    attendees {
      id
      capacity
      role
      attendance
      person {
        id
        name {
          en
          ur
        }
      }
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
    groups {
      id
      label
      headcount
      women
      men
      notStated
    }
  }
`);

/** Those of us, those of them, and groups without names. */
export function Attendees({
  meeting: masked,
}: {
  meeting: FragmentType<typeof Attendees_meeting>;
}) {
  const { t } = useWords();
  const { attendees, groups } = unmask(Attendees_meeting, masked);
  if (attendees.length === 0 && groups.length === 0) return t("meeting.nobodyNamed");
  return (
    <ul>
      {attendees.map(({ id, capacity, role, attendance, person, member }) => {
        const who = person ?? member?.person;
        const notes = [
          capacity === "MEMBER" ? null : t(enumKey("capacity", capacity, "capacity.SELF")),
          role === "PARTICIPANT"
            ? null
            : t(enumKey("attendeeRole", role, "attendeeRole.PARTICIPANT")),
          attendance === "ATTENDED"
            ? null
            : t(enumKey("attendance", attendance, "attendance.INVITED")),
        ].filter((note) => note !== null);
        return (
          <li key={id}>
            {who ? <Names of={who.name} /> : t("office.hidden")}{" "}
            <span className={styles.note}>{notes.join(" · ")}</span>
          </li>
        );
      })}
      {groups.map((group) => (
        <li key={group.id}>
          <GroupLine of={group} />
        </li>
      ))}
    </ul>
  );
}
