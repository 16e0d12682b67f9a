import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../../../kit/i18n/words";
import { bringIntoView } from "../../../kit/ui/bringTo";
import { Icon } from "../../../kit/ui/Icon";
import styles from "./Entry.module.css";

interface EntryProps {
  head: ReactNode;
  /** Just added, so she goes on writing there. */
  isNew: boolean;
  onRemove: () => void;
  children: ReactNode;
}

/** One of several that she adds: what it is, the way to take it out, and under it what is asked. */
export function Entry({ head, isNew, onRemove, children }: EntryProps) {
  const { t } = useWords();
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const added = isNew ? entry.current : null;
    added?.querySelector<HTMLElement>("input, textarea")?.focus({ preventScroll: true });
    if (added) bringIntoView(added);
  }, [isNew]);
  return (
    <li ref={entry} className={styles.entry}>
      <div className={styles.head}>
        {head}
        <button type="button" className={styles.remove} aria-label={t("remove")} onClick={onRemove}>
          <Icon name="remove" />
        </button>
      </div>
      {children}
    </li>
  );
}
