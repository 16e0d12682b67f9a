import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Section } from "../../../kit/ui/Page";
import { Text } from "../../../kit/ui/Text";
import { rowOfDecision, rowOfPromise } from "../rows/rowOfRecord";
import styles from "./Outcomes.module.css";
import { RowActs } from "./RowActs";

const Outcomes_meeting = graphql(`
  fragment Outcomes_meeting on Meeting {
    id
    decisions {
      id
      archivedOn
      kind
      text {
        text
        language
      }
      ...DecisionRow_decision
    }
    commitments {
      id
      archivedOn
      direction
      text {
        text
        language
      }
      dueOn
      ...PromiseRow_commitment
    }
  }
`);

interface OutcomesProps {
  meeting: FragmentType<typeof Outcomes_meeting>;
  /** Whether she may mend the meeting; absent where its rows are only shown. */
  mayMend?: boolean | undefined;
}

/** What was decided and promised. */
export function Outcomes({ meeting: masked, mayMend }: OutcomesProps) {
  const { t } = useWords();
  const meeting = unmask(Outcomes_meeting, masked);
  const decisions = meeting.decisions.filter(({ archivedOn }) => !archivedOn);
  const commitments = meeting.commitments.filter(({ archivedOn }) => !archivedOn);
  return (
    <>
      {decisions.length > 0 ? (
        <Section title={t("meeting.decisions")}>
          <ul>
            {decisions.map((row) => (
              <li key={row.id} className={styles.item}>
                <span className={styles.kind}>
                  {t(enumKey("decisionKind", row.kind, "decisionKind.RESOLVED"))}
                </span>
                <p>
                  <Text of={row.text} />
                </p>
                {mayMend === undefined ? null : (
                  <RowActs row={rowOfDecision(row)} mayMend={mayMend} />
                )}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {commitments.length > 0 ? (
        <Section title={t("meeting.promises")}>
          <ul>
            {commitments.map((row) => (
              <li key={row.id} className={styles.item}>
                <span className={styles.kind}>
                  {t(enumKey("direction", row.direction, "direction.MUTUAL"))}
                </span>
                <p>
                  {mayMend === undefined ? (
                    <Text of={row.text} />
                  ) : (
                    <Link href={`/promises/${row.id}`} className={styles.link}>
                      <Text of={row.text} />
                    </Link>
                  )}
                </p>
                {row.dueOn ? (
                  <span className={styles.due}>
                    <Sentence id="task.dueOn" values={{ day: <Day of={row.dueOn} /> }} />
                  </span>
                ) : null}
                {mayMend === undefined ? null : (
                  <RowActs row={rowOfPromise(row)} mayMend={mayMend} />
                )}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
