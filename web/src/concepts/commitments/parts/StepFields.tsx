import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Day } from "../../../kit/ui/Day";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { useToday } from "../../../kit/useToday";
import { byWordOf, placeOf, type StepPlace } from "../stepDraft";
import { firstDayFor, isDoneBy, nextOf } from "../steps";
import type { useAdvance } from "../useSteps";
import { isOurs } from "../whoOwes";
import styles from "./AdvanceSheet.module.css";
import { EvidenceFields } from "./EvidenceFields";

interface StepFieldsProps {
  of: ReturnType<typeof useAdvance>;
}

/** To where it has come, by whose word, on which day, why, and by what it is known. */
export function StepFields({ of }: StepFieldsProps) {
  const { t } = useWords();
  const today = useToday();
  const { draft, standing, write, problems, errors } = of;
  const next = nextOf(standing, draft.basis);
  const first = firstDayFor(standing.steps, draft.basis);

  const errorAt = (place: StepPlace): string | undefined => {
    const problem = problems.find(({ at }) => at === place);
    if (problem) return t(`stepError.${problem.code}`);
    const error = errors.find(({ path }) => placeOf(path) === place);
    // What the record says of the steps that it allows is said by itself, in its own words.
    if (!error || error.code === "INVALID_TRANSITION") return undefined;
    if (place === "address") return t("stepError.address");
    return t(enumKey("error", error.code, "error.INVALID"));
  };

  return (
    <>
      {isOurs(standing.direction) ? null : (
        <Fieldset legend={t("step.basis")}>
          <Choice
            label={t("step.basis")}
            value={draft.basis}
            onChange={(basis) => write(byWordOf(draft, basis, standing))}
            options={[
              { value: "JUDGED", label: t("step.basis.JUDGED") },
              { value: "REPORTED", label: t("step.basis.REPORTED") },
            ]}
          />
        </Fieldset>
      )}
      <Fieldset legend={t("step.status")} error={errorAt("status")}>
        {next.length === 0 ? (
          <p>{t("step.atItsEnd")}</p>
        ) : (
          <Choice
            label={t("step.status")}
            value={draft.status ?? ""}
            onChange={(chosen) =>
              write({ status: next.find((status) => status === chosen) ?? null })
            }
            options={next.map((status) => ({
              value: status as string,
              label: t(enumKey("promiseStatus", status, "promiseStatus.other")),
            }))}
          />
        )}
      </Fieldset>
      <div className={styles.day}>
        <DayField
          label={t("step.on")}
          error={errorAt("on")}
          max={today}
          value={draft.on}
          onChange={(on) => write({ on })}
        />
        {first ? (
          <p className={styles.hint}>
            <Sentence id="step.lastOn" values={{ day: <Day of={first} /> }} />
          </p>
        ) : null}
      </div>
      <Field
        label={t("step.note")}
        hint={t(enumKey("step.noteHint", standing.wordsAudience, "step.noteHint.PRESENT"))}
        error={errorAt("note")}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            dir={directionOf(draft.note)}
            value={draft.note}
            onChange={({ target }) => write({ note: target.value })}
          />
        )}
      </Field>
      <EvidenceFields
        of={standing.id}
        isAsked={draft.status !== null && isDoneBy(draft.status)}
        draft={draft}
        write={write}
        errorAt={errorAt}
      />
    </>
  );
}
