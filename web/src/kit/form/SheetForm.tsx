import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { type MessageKey, useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { NotSaved } from "../ui/NotSaved";
import { Notice } from "../ui/State";
import styles from "./SheetForm.module.css";
import type { useSave } from "./useSave";

interface SheetFormProps {
  of: Pick<ReturnType<typeof useSave>, "state" | "save" | "others">;
  /** What stands on the button that sends it. */
  word: MessageKey;
  /** What has to be known beside that button. */
  sees: MessageKey;
  onSaved: () => void;
  children: ReactNode;
}

/** A form in a sheet: its fields, what is wrong with the whole of it, and the button that sends it. */
export function SheetForm({ of, word, sees, onSaved, children }: SheetFormProps) {
  const { t } = useWords();
  const { state, others } = of;
  const form = useRef<HTMLFormElement>(null);
  const isRefused = state.kind === "refused";
  useEffect(() => {
    if (!isRefused) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    wrong?.focus({ preventScroll: true });
    // What is wrong with it stands above it.
    wrong?.scrollIntoView({ block: "center" });
  }, [isRefused]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await of.save()) onSaved();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {children}
      <div className={styles.foot}>
        {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
        {others.map((text) => (
          <Notice key={text} tone="bad">
            {text}
          </Notice>
        ))}
        <p className={styles.sees}>{t(sees)}</p>
        <Button type="submit" weight="main">
          {t(state.kind === "sending" ? "save.sending" : word)}
        </Button>
      </div>
    </form>
  );
}
