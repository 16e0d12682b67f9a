import { Link } from "wouter";
import type { Standing_CommitmentFragment as Standing } from "../../../gql/graphql";
import { enumKey, type MessageKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day, When } from "../../../kit/ui/Day";
import { Name } from "../../../kit/ui/Name";
import { Section } from "../../../kit/ui/Page";
import { Empty } from "../../../kit/ui/State";
import { TextBlock } from "../../../kit/ui/Text";
import { isCoordinator, isRecordedBy, useViewer } from "../../../kit/viewer";
import { useTakeBackStep } from "../useSteps";
import { isOurs } from "../whoOwes";
import { EvidenceLine } from "./EvidenceLine";
import styles from "./Steps.module.css";

interface StepsProps {
  standing: Standing;
  /** Whether she may say how far it has come. */
  mayAdvance: boolean;
  /** Whether money was approved, budgeted or given for it, as the ladder below has it. */
  hasMoney: boolean;
}

/** The steps by which it came to where it stands, the first at the top. */
export function Steps({ standing, mayAdvance, hasMoney }: StepsProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const takeBack = useTakeBackStep(standing.id);
  const last = standing.steps.at(-1);
  const isHers = last !== undefined && isRecordedBy(viewer, last);
  const mayTakeBack = mayAdvance && (isCoordinator(viewer) || isHers);
  return (
    <Section title={t("promise.steps")}>
      {standing.steps.length === 0 ? <Empty>{t(noStepsWord(mayAdvance, hasMoney))}</Empty> : null}
      <ol className={styles.steps}>
        {standing.steps.map((step) => (
          <li key={step.id} className={styles.step}>
            <p>
              <strong>{t(enumKey("promiseStatus", step.status, "promiseStatus.other"))}</strong>
            </p>
            <p className={styles.about}>
              <Day of={step.on} />
              <span>{t(basisWord(standing, step.basis))}</span>
              {step.recordedBy ? (
                <span>
                  <Sentence
                    id="promise.stepRecorded"
                    values={{ name: <Name of={step.recordedBy.name} /> }}
                  />
                </span>
              ) : null}
              {step.meeting ? (
                <span>
                  <Sentence
                    id="promise.atMeeting"
                    values={{
                      day: (
                        <Link href={`/meetings/${step.meeting.id}`}>
                          <When of={step.meeting.time} />
                        </Link>
                      ),
                    }}
                  />
                </span>
              ) : null}
            </p>
            {step.note ? <TextBlock of={step.note} /> : null}
            {step.noteAbsence === "NOT_SHARED" ? (
              <p className={styles.closed}>{t("promise.noteNotShared")}</p>
            ) : null}
            {step.evidence ? <EvidenceLine of={step.evidence} /> : null}
            {step.id === last?.id && mayTakeBack ? (
              <button type="button" className={styles.act} onClick={() => takeBack(step.id)}>
                {t("step.takeBack")}
              </button>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function noStepsWord(mayAdvance: boolean, hasMoney: boolean): MessageKey {
  if (hasMoney) return "promise.noStepsMoney";
  return mayAdvance ? "promise.noSteps" : "promise.noStepsOpen";
}

function basisWord({ direction }: Standing, basis: string) {
  if (basis === "JUDGED") return "step.by.JUDGED";
  return isOurs(direction) ? "step.by.OURS" : "step.by.REPORTED";
}
