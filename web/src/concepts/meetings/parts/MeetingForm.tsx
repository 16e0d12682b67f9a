import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { bringToFirstWrong } from "../../../kit/ui/bringTo";
import styles from "./MeetingForm.module.css";

interface MeetingFormProps {
  /** Changes whenever something was found wrong anew. */
  found: string;
  /** While it is on its way nothing is written that would not be in it. */
  isSending?: boolean;
  /** Who will see it and the way to save, at the bottom edge. */
  bar: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
}

/** The form of a meeting, when it is logged and when it is set right. */
export function MeetingForm({
  found,
  isSending = false,
  bar,
  onSubmit,
  children,
}: MeetingFormProps) {
  // What is wrong may stand above what is in sight.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // After the page that she is sent back to has been shown from its top.
    const timer = setTimeout(() => form.current && bringToFirstWrong(form.current));
    return () => clearTimeout(timer);
  }, [found]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <fieldset className={styles.fields} disabled={isSending}>
        {children}
      </fieldset>
      <div className={styles.save}>{bar}</div>
    </form>
  );
}
