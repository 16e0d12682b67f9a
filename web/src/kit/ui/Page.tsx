import { type ReactNode, useEffect } from "react";
import styles from "./Page.module.css";

interface PageProps {
  title: ReactNode;
  /** The title in plain text, for the browser's tab. */
  tab: string;
  lead?: ReactNode;
  /** The main act, kept at the bottom edge under the thumb. */
  act?: ReactNode;
  /** Not on the laptop, where the same act stands beside every page. */
  isPhoneAct?: boolean;
  wide?: boolean;
  children: ReactNode;
}

export function Page({
  title,
  tab,
  lead,
  act,
  isPhoneAct = false,
  wide = false,
  children,
}: PageProps) {
  useEffect(() => {
    document.title = `${tab} · Rabta`;
  }, [tab]);
  return (
    <main tabIndex={-1} className={wide ? `${styles.page} ${styles.wide}` : styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {lead ? <div className={styles.lead}>{lead}</div> : null}
      </header>
      {children}
      {act ? (
        <div className={isPhoneAct ? `${styles.act} ${styles.phoneAct}` : styles.act}>{act}</div>
      ) : null}
    </main>
  );
}

interface SectionProps {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
