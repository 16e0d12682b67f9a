import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Section } from "../../../kit/ui/Page";
import { Text } from "../../../kit/ui/Text";
import styles from "./Outcomes.module.css";

const Outcomes_meeting = graphql(`
  fragment Outcomes_meeting on Meeting {
    id
    decisions {
      id
      kind
      text {
        text
        language
      }
    }
    commitments {
      id
      direction
      text {
        text
        language
      }
      dueOn
    }
  }
`);

/** What was decided and promised. */
export function Outcomes({ meeting: masked }: { meeting: FragmentType<typeof Outcomes_meeting> }) {
  const { t } = useWords();
  const { decisions, commitments } = unmask(Outcomes_meeting, masked);
  return (
    <>
      {decisions.length > 0 ? (
        <Section title={t("meeting.decisions")}>
          <ul>
            {decisions.map(({ id, kind, text }) => (
              <li key={id} className={styles.item}>
                <span className={styles.kind}>
                  {t(enumKey("decisionKind", kind, "decisionKind.RESOLVED"))}
                </span>
                <p>
                  <Text of={text} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {commitments.length > 0 ? (
        <Section title={t("meeting.promises")}>
          <ul>
            {commitments.map(({ id, direction, text, dueOn }) => (
              <li key={id} className={styles.item}>
                <span className={styles.kind}>
                  {t(enumKey("direction", direction, "direction.MUTUAL"))}
                </span>
                <p>
                  <Text of={text} />
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
    </>
  );
}
