import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { useViewer } from "../../../kit/viewer";
import { lastMetWord, neverMetWord } from "../lastMet";
import { OfficeLine } from "./OfficeLine";
import styles from "./OfficeRow.module.css";

const OfficeRow_office = graphql(`
  fragment OfficeRow_office on Stakeholder {
    id
    name {
      en
      ur
    }
    category
    districts {
      id
      name {
        en
        ur
      }
    }
    lastMeeting {
      id
      kind
      time {
        firstDay
      }
    }
    lastAttended {
      id
      kind
      time {
        firstDay
      }
    }
    openTasks
    overdueTasks
  }
`);

/** An office on one line, with when it was last met or seen and what is still open. */
export function OfficeRow({ office: masked }: { office: FragmentType<typeof OfficeRow_office> }) {
  const { t } = useWords();
  const viewer = useViewer();
  const office = unmask(OfficeRow_office, masked);
  const last = office.lastMeeting ?? office.lastAttended;
  return (
    <OfficeLine office={office}>
      <span>
        {last ? (
          <Sentence id={lastMetWord(last.kind)} values={{ day: <Day of={last.time.firstDay} /> }} />
        ) : (
          t(neverMetWord(viewer))
        )}
      </span>
      {office.openTasks > 0 ? (
        <span className={office.overdueTasks > 0 ? styles.overdue : undefined}>
          {office.overdueTasks > 0
            ? t("office.overdueTasks", { count: office.overdueTasks })
            : t("office.openTasks", { count: office.openTasks })}
        </span>
      ) : null}
    </OfficeLine>
  );
}
