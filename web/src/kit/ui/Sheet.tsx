import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../i18n/words";
import { Icon } from "./Icon";
import styles from "./Sheet.module.css";

interface SheetProps {
  title: ReactNode;
  onClose: () => void;
  /** Whether it stays open, because what was begun in it cannot be left. */
  isHeld?: boolean;
  children: ReactNode;
}

/** Comes from below on the phone, from the end of the line on the laptop; the page stays behind it. */
export function Sheet({ title, onClose, isHeld = false, children }: SheetProps) {
  const { t } = useWords();
  const titleId = useId();
  const sheet = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = sheet.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog by Escape.
    <dialog
      ref={sheet}
      className={styles.sheet}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!isHeld) onClose();
      }}
      // A browser may close it against our will when Escape is pressed again.
      onClose={() => {
        if (sheet.current?.open) return;
        if (isHeld) sheet.current?.showModal();
        else onClose();
      }}
      onClick={(event) => {
        if (event.target === sheet.current && !isHeld) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            className={styles.close}
            aria-label={t("close")}
            disabled={isHeld}
            onClick={onClose}
          >
            <Icon name="remove" />
          </button>
        </header>
        <div className={styles.content}>{children}</div>
      </div>
    </dialog>
  );
}
