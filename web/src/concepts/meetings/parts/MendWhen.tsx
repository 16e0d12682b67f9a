import { CAUCUS_ZONE, isFarBack, today, zoneName } from "../../../kit/dates";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { When } from "../../../kit/ui/Day";
import { DayField } from "../../../kit/ui/DayField";
import { Field } from "../../../kit/ui/Field";
import { dayOf } from "../draft";
import type { MeetingToMend } from "../mend/mended";
import type { FormProps } from "./FormProps";
import styles from "./MendWhen.module.css";

interface MendWhenProps extends FormProps {
  /** When it was as recorded, which may be no one day. */
  recorded: MeetingToMend["time"];
}

/** The day of a meeting of the record, and the time if it is known, by the clock of where it was. */
export function MendWhen({ draft, change, errorAt, recorded }: MendWhenProps) {
  const { t, language } = useWords();
  const isOneDay = recorded.precision === "INSTANT" || recorded.firstDay === recorded.lastDay;
  const day = dayOf(draft);
  const clock = draft.when.kind === "earlier" ? draft.when.clock : "";
  const zone = draft.zone && draft.zone !== CAUCUS_ZONE ? zoneName(draft.zone, language) : null;
  const set = (on: string, at: string) =>
    change({
      ...draft,
      when: at ? { kind: "earlier", clock: at } : { kind: "day", day: on },
      whenOn: on,
    });
  return (
    <div className={styles.when}>
      <DayField
        label={t("form.day")}
        hint={isOneDay ? undefined : <When of={recorded} />}
        error={errorAt("when")}
        max={today()}
        doubt={isFarBack(day, today()) ? t("day.farBack") : undefined}
        value={day}
        onChange={(on) => set(on, clock)}
      />
      <Field
        label={t("mend.clock")}
        hint={zone ? <Sentence id="mend.zone" values={{ zone: <bdi>{zone}</bdi> }} /> : undefined}
      >
        {(control) => (
          <input
            {...control}
            type="time"
            disabled={!day}
            value={clock}
            onChange={({ target }) => set(day, target.value)}
          />
        )}
      </Field>
    </div>
  );
}
