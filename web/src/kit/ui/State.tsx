import type { ReactNode } from "react";
import { useWords } from "../i18n/words";
import { Button } from "./Button";
import styles from "./State.module.css";

/** Says what will be here and how to begin. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}

interface NoticeProps {
  tone: "bad" | "good" | "plain";
  children: ReactNode;
}

/** Something that the reader has to know now; said aloud when it appears. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === "bad" ? "alert" : "status"}>
      {children}
    </div>
  );
}

/** A read that failed: what happened, and the way to try again. */
export function ReadFailed({ retry }: { retry: () => void }) {
  const { t } = useWords();
  return (
    <Notice tone="bad">
      <p>{t("read.failed")}</p>
      <Button onClick={retry}>{t("read.retry")}</Button>
    </Notice>
  );
}

/** Grey lines where a list will stand. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useWords();
  return (
    <div className={styles.skeleton} role="status" aria-label={t("read.waiting")}>
      {Array.from({ length: lines }, (_, index) => index).map((line) => (
        <div key={line} className={styles.bone} />
      ))}
    </div>
  );
}
