import type { ReactNode } from "react";
import { useWords } from "../i18n/words";
import styles from "./Chosen.module.css";
import { Icon } from "./Icon";

interface ChosenProps {
  items: readonly {
    key: string;
    content: ReactNode;
    note?: ReactNode;
    error?: string | undefined;
  }[];
  onRemove: (key: string) => void;
}

/** What was chosen so far, each with the way to take it out again. */
export function Chosen({ items, onRemove }: ChosenProps) {
  const { t } = useWords();
  if (items.length === 0) return null;
  return (
    <ul className={styles.list}>
      {items.map(({ key, content, note, error }) => (
        <li key={key} className={styles.item} aria-invalid={error ? true : undefined}>
          <span className={styles.text} id={`chosen-${key}`}>
            {content}
            {note ? <span className={styles.note}>{note}</span> : null}
            {error ? <span className={styles.error}>{error}</span> : null}
          </span>
          <button
            type="button"
            className={styles.remove}
            aria-label={t("remove")}
            aria-describedby={`chosen-${key}`}
            onClick={() => onRemove(key)}
          >
            <Icon name="remove" />
          </button>
        </li>
      ))}
    </ul>
  );
}
