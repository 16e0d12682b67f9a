import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Section } from "../../../kit/ui/Page";
import { Text } from "../../../kit/ui/Text";
import { Outcomes } from "./Outcomes";
import styles from "./Outcomes.module.css";

const RowsAsTheyAre_meeting = graphql(`
  fragment RowsAsTheyAre_meeting on Meeting {
    id
    decisions {
      id
    }
    commitments {
      id
    }
    followUps {
      id
      dueOn
      title {
        text
        language
      }
    }
    ...Outcomes_meeting
  }
`);

/**
 * What came of the meeting. These are records of their own, each with a version of its own, so they
 * are shown here and set right by acts of their own.
 */
export function RowsAsTheyAre({
  meeting: masked,
}: {
  meeting: FragmentType<typeof RowsAsTheyAre_meeting>;
}) {
  const { t } = useWords();
  const meeting = unmask(RowsAsTheyAre_meeting, masked);
  const { decisions, commitments, followUps } = meeting;
  if (decisions.length + commitments.length + followUps.length === 0) return null;
  return (
    <div className={styles.kept}>
      <p className={styles.due}>{t("mend.rows")}</p>
      <Outcomes meeting={meeting} />
      {followUps.length > 0 ? (
        <Section title={t("meeting.tasks")}>
          <ul>
            {followUps.map(({ id, title, dueOn }) => (
              <li key={id} className={styles.item}>
                <p>
                  <Text of={title} />
                </p>
                {dueOn ? (
                  <span className={styles.due}>
                    <Sentence id="task.dueOn" values={{ day: <Day of={dueOn} /> }} />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}
