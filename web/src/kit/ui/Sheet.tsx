import { type ReactNode, useEffect, useId, useRef } from "react";
import { useWords } from "../i18n/words";
import { Icon } from "./Icon";
import styles from "./Sheet.module.css";

interface SheetProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Comes from below on the phone, from the end of the line on the laptop; the page stays behind it. */
export function Sheet({ title, onClose, children }: SheetProps) {
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
        onClose();
      }}
      onClick={(event) => {
        if (event.target === sheet.current) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} aria-label={t("close")} onClick={onClose}>
            <Icon name="remove" />
          </button>
        </header>
        <div className={styles.content}>{children}</div>
      </div>
    </dialog>
  );
}
