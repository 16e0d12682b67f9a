import { today } from "../../../kit/dates";
import { useWords } from "../../../kit/i18n/words";
import { When } from "../../../kit/ui/Day";
import { Field } from "../../../kit/ui/Field";
import { dayOf } from "../draft";
import type { MeetingToMend } from "../mend/mended";
import type { FormProps } from "./FormProps";
import styles from "./MendWhen.module.css";

interface MendWhenProps extends FormProps {
  /** When it was as recorded, which may be no one day. */
  recorded: MeetingToMend["time"];
}

/** The day of a meeting of the record, and the time if it is known. */
export function MendWhen({ draft, change, errorAt, recorded }: MendWhenProps) {
  const { t } = useWords();
  const isOneDay = recorded.firstDay === recorded.lastDay;
  const day = dayOf(draft);
  const clock = draft.when.kind === "earlier" ? draft.when.clock : "";
  const set = (on: string, at: string) =>
    change({
      ...draft,
      when: at ? { kind: "earlier", clock: at } : { kind: "day", day: on },
      whenOn: on,
    });
  return (
    <div className={styles.when}>
      <Field
        label={t("form.day")}
        hint={isOneDay ? undefined : <When of={recorded} />}
        error={errorAt("when")}
      >
        {(control) => (
          <input
            {...control}
            type="date"
            max={today()}
            value={day}
            onChange={({ target }) => target.value && set(target.value, clock)}
          />
        )}
      </Field>
      <Field label={t("mend.clock")}>
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
