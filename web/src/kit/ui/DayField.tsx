import type { ReactNode } from "react";
import { Day } from "./Day";
import styles from "./DayField.module.css";
import { Field } from "./Field";

interface DayFieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** As `2025-06-03`; empty while none is chosen. */
  value: string;
  max?: string;
  /** Asks whether the day is right where it hardly can be; it stops nobody. */
  doubt?: string | undefined;
  onChange: (day: string) => void;
}

/** Choosing a day with the machine's own calendar; beside it the day in words, with its weekday. */
export function DayField({ label, hint, error, value, max, doubt, onChange }: DayFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className={styles.day}>
          <input
            {...control}
            type="date"
            max={max}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          {value ? <Day of={value} /> : null}
          <span role="status" className={styles.doubt}>
            {doubt}
          </span>
        </div>
      )}
    </Field>
  );
}
