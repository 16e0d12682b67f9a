import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useWords } from "../i18n/words";
import { useBackCloses } from "./backCloses";
import { Icon } from "./Icon";
import styles from "./Sheet.module.css";
import { layOnTop } from "./topSheet";

interface SheetProps {
  title: ReactNode;
  onClose: () => void;
  /** Whether it stays open, because what was begun in it cannot be left. */
  isHeld?: boolean;
  /** Whether it stands in the address that it is open, so that the way back closes it as it is. */
  isInAddress?: boolean;
  children: ReactNode;
}

/** Comes from below on the phone, from the end of the line on the laptop; the page stays behind it. */
export function Sheet({
  title,
  onClose,
  isHeld = false,
  isInAddress = false,
  children,
}: SheetProps) {
  const { t } = useWords();
  const titleId = useId();
  const sheet = useRef<HTMLDialogElement>(null);

  const isPressedOutside = useRef(false);
  useBackCloses(onClose, isHeld, !isInAddress);

  // Before it is taken from the page: only then does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = sheet.current;
    if (!dialog) return;
    dialog.showModal();
    const lift = layOnTop(dialog);
    return () => {
      lift();
      dialog.close();
    };
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
      onPointerDown={({ target }) => {
        isPressedOutside.current = target === sheet.current;
      }}
      // Who marks words with the mouse may let go of it outside.
      onClick={({ target }) => {
        if (target === sheet.current && isPressedOutside.current && !isHeld) onClose();
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
