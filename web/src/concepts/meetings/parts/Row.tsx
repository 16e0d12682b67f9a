import { useId } from "react";
import { addDays, endOfMonth, thisFriday, today } from "../../../kit/dates";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Day } from "../../../kit/ui/Day";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import type { BothNames } from "../../../kit/ui/Name";
import type { DraftRow, DueChoice } from "../draft";
import { Entry } from "./Entry";
import styles from "./Row.module.css";
import { WhoDoes } from "./WhoDoes";

interface RowProps {
  row: DraftRow;
  /** Who told the coordinator of it: then it is she who says "I". */
  teller: BothNames | null;
  /** The day of the meeting; empty while none is said. */
  metOn: string;
  /** Just added, so she goes on writing there. */
  isNew: boolean;
  error: string | undefined;
  /** What is wrong with the day by which it is to be done. */
  dueError: string | undefined;
  onChange: (row: DraftRow) => void;
  onRemove: () => void;
}

export function Row({ row, teller, metOn, isNew, error, dueError, onChange, onRemove }: RowProps) {
  const { t } = useWords();
  const textId = useId();
  // A day that she did not write herself has no field at which it could be called wrong.
  const wrong = error ?? (row.due === "date" ? undefined : dueError);

  return (
    <Entry
      head={
        <label htmlFor={textId} className={styles.who}>
          <WhoDoes who={row.who} teller={teller} />
        </label>
      }
      isNew={isNew}
      onRemove={onRemove}
    >
      {wrong ? (
        <p className={styles.error} role="alert">
          {wrong}
        </p>
      ) : null}
      <textarea
        id={textId}
        rows={2}
        dir={directionOf(row.text)}
        className={styles.text}
        placeholder={t(`row.${row.who}Hint`)}
        aria-invalid={wrong ? true : undefined}
        value={row.text}
        onChange={({ target }) => onChange({ ...row, text: target.value })}
      />
      {row.who === "decided" ? null : (
        <ByWhen
          row={row}
          metOn={metOn}
          dueError={dueError}
          onChange={(byWhen) => onChange({ ...row, ...byWhen })}
        />
      )}
    </Entry>
  );
}

interface ByWhenProps extends Pick<RowProps, "dueError"> {
  /** The day of the meeting out of which it came; empty where it is not known. */
  metOn?: string;
  row: Pick<DraftRow, "due" | "day">;
  /** What the field of a date is called, where it is not the only one to ask by when. */
  dayLabel?: string;
  onChange: (byWhen: Pick<DraftRow, "due" | "day">) => void;
}

/** By which day, with the near ones a tap away. */
export function ByWhen({ row, metOn = "", dayLabel, dueError, onChange }: ByWhenProps) {
  const { t } = useWords();
  const choose = (due: DueChoice) => {
    const now = today();
    const days: Record<DueChoice, string | null> = {
      none: null,
      today: now,
      friday: thisFriday(now),
      week: addDays(now, 7),
      monthEnd: endOfMonth(now),
      // Hers to say: a day that stood there already would be saved with one tap too few.
      date: null,
    };
    onChange({ due, day: days[due] });
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
          { value: "week", label: t("due.week") },
          { value: "monthEnd", label: t("due.monthEnd") },
          { value: "date", label: t("due.date") },
        ]}
      />
      {row.due === "date" ? (
        <DayField
          label={dayLabel ?? t("row.byWhen")}
          error={dueError}
          doubt={row.day && row.day < metOn ? t("due.beforeMeeting") : undefined}
          value={row.day ?? ""}
          onChange={(day) => onChange({ due: "date", day: day || null })}
        />
      ) : null}
      {row.day && row.due !== "date" && row.due !== "none" ? (
        <p className={styles.day}>
          <Sentence id="task.dueOn" values={{ day: <Day of={row.day} /> }} />
        </p>
      ) : null}
    </>
  );
}
