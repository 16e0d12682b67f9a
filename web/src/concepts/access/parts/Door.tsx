import { type ReactNode, useEffect } from "react";
import { LanguageSwitch } from "../../../kit/i18n/LanguageSwitch";
import styles from "./Door.module.css";

interface DoorProps {
  title: string;
  lead: string;
  children: ReactNode;
}

/** What is asked before there are pages: who it is, and for whom. */
export function Door({ title, lead, children }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · Rabta`;
  }, [title]);
  return (
    <main className={styles.page}>
      <div className={styles.top}>
        <p className={styles.brand}>
          <bdi lang="en">Rabta</bdi> <bdi lang="ur">رابطہ</bdi>
        </p>
        <LanguageSwitch />
      </div>
      <h1>{title}</h1>
      <p className={styles.lead}>{lead}</p>
      {children}
    </main>
  );
}
