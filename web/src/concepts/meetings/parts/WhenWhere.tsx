import { isFarBack, today } from "../../../kit/dates";
import { useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { DayField } from "../../../kit/ui/DayField";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { useToday } from "../../../kit/useToday";
import { DistrictSelect } from "../../reference/parts/DistrictSelect";
import { type DraftWhen, districtOf, hourPassed, otherDay, shownWhen } from "../draft";
import type { FormProps } from "./FormProps";

export function When({ draft, change, errorAt }: FormProps) {
  const { t } = useWords();
  const day = useToday();
  const other = otherDay(draft, day);
  const when = shownWhen(draft, day);
  const setKind = (kind: DraftWhen["kind"]) => {
    const first: Record<DraftWhen["kind"], DraftWhen> = {
      now: { kind: "now" },
      earlier: { kind: "earlier", clock: hourPassed(new Date()) },
      day: { kind: "day", day: other ?? "" },
    };
    // Said anew, "now" is now, whenever an earlier try was saved.
    change({ ...draft, when: first[kind], whenOn: today(), pressedAt: null });
  };
  const error = errorAt("when");
  return (
    <Fieldset legend={t("form.when")} error={when.kind === "now" ? error : undefined}>
      <Choice
        label={t("form.when")}
        value={when.kind}
        onChange={setKind}
        options={[
          { value: "now", label: t("form.now") },
          {
            value: "earlier",
            label: t(other && when.kind === "earlier" ? "form.earlierThatDay" : "form.earlier"),
          },
          { value: "day", label: t("form.anotherDay") },
        ]}
      />
      {when.kind === "earlier" ? (
        <Field label={t("form.clock")} error={error}>
          {(control) => (
            <input
              {...control}
              type="time"
              value={when.clock}
              onChange={({ target }) =>
                target.value && change({ ...draft, when: { kind: "earlier", clock: target.value } })
              }
            />
          )}
        </Field>
      ) : null}
      {when.kind === "day" ? (
        <DayField
          label={t("form.day")}
          error={error}
          max={today()}
          doubt={isFarBack(when.day, today()) ? t("day.farBack") : undefined}
          value={when.day}
          onChange={(day) => change({ ...draft, when: { kind: "day", day }, whenOn: today() })}
        />
      ) : null}
    </Fieldset>
  );
}

export function Where({ draft, change, errorAt }: FormProps) {
  const { t } = useWords();
  return (
    <Fieldset legend={t("form.where")} error={errorAt("heldIn")}>
      <Choice
        label={t("form.where")}
        value={draft.mode}
        onChange={(mode) => change({ ...draft, mode })}
        options={[
          { value: "IN_PERSON", label: t("mode.IN_PERSON") },
          { value: "PHONE", label: t("mode.PHONE") },
          { value: "VIDEO", label: t("mode.VIDEO") },
        ]}
      />
      {draft.mode === "IN_PERSON" ? (
        <Field label={t("form.district")}>
          {(control) => (
            <DistrictSelect
              {...control}
              value={districtOf(draft)}
              onChoose={(districtId) => change({ ...draft, districtId })}
            />
          )}
        </Field>
      ) : null}
    </Fieldset>
  );
}
