import { type ReactNode, useState } from "react";
import styles from "./Fold.module.css";

interface FoldProps {
  title: string;
  /** In a line, what is in it, so that it need not be opened to be known. */
  note?: ReactNode;
  beginsOpen?: boolean;
  /** Something in it has to be seen now. */
  isNeeded?: boolean;
  children: ReactNode;
}

/** What is not asked of everybody: one line until she opens it, and from then on hers to fold. */
export function Fold({ title, note, beginsOpen = false, isNeeded = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(beginsOpen);
  return (
    <details open={isOpen || isNeeded} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <span className={styles.title}>{title}</span>
        {note ? <span className={styles.note}>{note}</span> : null}
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
