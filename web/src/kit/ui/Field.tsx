import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";

export interface ControlProps {
  id: string;
  className: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: (props: ControlProps) => ReactNode;
}

/** A label, one control, and under the label what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <FieldNote id={note} hint={hint} error={error} />
      {children({
        id,
        className: styles.control ?? "",
        "aria-describedby": hint || error ? note : undefined,
        "aria-invalid": error ? true : undefined,
      })}
    </div>
  );
}

interface FieldsetProps {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}

/** Several controls that answer one question. */
export function Fieldset({ legend, hint, error, children }: FieldsetProps) {
  const note = useId();
  return (
    <fieldset
      className={styles.fieldset}
      aria-describedby={hint || error ? note : undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className={styles.label}>{legend}</legend>
      <FieldNote id={note} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

function FieldNote({
  id,
  hint,
  error,
}: {
  id: string;
  hint: ReactNode;
  error: string | undefined;
}) {
  if (!hint && !error) return null;
  return (
    <div id={id}>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}
