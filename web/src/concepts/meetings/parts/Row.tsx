import { useEffect, useId, useRef } from "react";
import { nextMonday, thisFriday, today } from "../../../kit/dates";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Day } from "../../../kit/ui/Day";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Icon } from "../../../kit/ui/Icon";
import { type BothNames, Name } from "../../../kit/ui/Name";
import type { DraftRow, DueChoice } from "../draft";
import styles from "./Row.module.css";

interface RowProps {
  row: DraftRow;
  /** Who told the coordinator of it: then it is she who says "I". */
  teller: BothNames | null;
  /** Just added, so she goes on writing there. */
  isNew: boolean;
  error: string | undefined;
  onChange: (row: DraftRow) => void;
  onRemove: () => void;
}

export function Row({ row, teller, isNew, error, onChange, onRemove }: RowProps) {
  const { t } = useWords();
  const textId = useId();
  const text = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (isNew) text.current?.focus();
  }, [isNew]);

  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <label htmlFor={textId} className={styles.who}>
          {row.who === "i" && teller ? <Name of={teller} /> : t(`row.${row.who}`)}
        </label>
        <button type="button" className={styles.remove} aria-label={t("remove")} onClick={onRemove}>
          <Icon name="remove" />
        </button>
      </div>
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
      <textarea
        id={textId}
        ref={text}
        rows={2}
        dir={directionOf(row.text)}
        className={styles.text}
        placeholder={t(`row.${row.who}Hint`)}
        aria-invalid={error ? true : undefined}
        value={row.text}
        onChange={({ target }) => onChange({ ...row, text: target.value })}
      />
      {row.who === "decided" ? null : <ByWhen row={row} onChange={onChange} />}
    </li>
  );
}

function ByWhen({ row, onChange }: Pick<RowProps, "row" | "onChange">) {
  const { t } = useWords();
  const choose = (due: DueChoice) => {
    const now = today();
    const days: Record<DueChoice, string | null> = {
      none: null,
      today: now,
      friday: thisFriday(now),
      nextWeek: nextMonday(now),
      date: row.day ?? now,
    };
    onChange({ ...row, due, day: days[due] });
  };
  return (
    <>
      <Choice
        label={t("row.byWhen")}
        value={row.due}
        onChange={choose}
        options={[
          { value: "none", label: t("due.none") },
          { value: "today", label: t("due.today") },
          { value: "friday", label: t("due.friday") },
          { value: "nextWeek", label: t("due.nextWeek") },
          { value: "date", label: t("due.date") },
        ]}
      />
      {row.due === "date" ? (
        <Field label={t("row.byWhen")}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={row.day ?? ""}
              onChange={({ target }) => onChange({ ...row, day: target.value || null })}
            />
          )}
        </Field>
      ) : null}
      {row.day && row.due !== "date" && row.due !== "none" ? (
        <p className={styles.day}>
          <Sentence id="task.dueOn" values={{ day: <Day of={row.day} /> }} />
        </p>
      ) : null}
    </>
  );
}
