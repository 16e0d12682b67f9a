import type { ReactNode } from "react";
import { Link } from "wouter";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Listed } from "../../../kit/ui/Listed";
import { type BothNames, Name, Names } from "../../../kit/ui/Name";
import styles from "./OfficeRow.module.css";

interface OfficeLineProps {
  office: {
    id: string;
    name: BothNames;
    category: string;
    districts: readonly { id: string; name: BothNames }[];
  };
  /** Given where it is taken; elsewhere it leads to its card. */
  onTake?: (() => void) | undefined;
  /** What else is known of it. */
  children?: ReactNode;
}

/** An office on one line: what it is called, what it is and where. */
export function OfficeLine({ office, onTake, children }: OfficeLineProps) {
  const { t } = useWords();
  return (
    <li className={styles.row}>
      {onTake ? (
        <button type="button" className={styles.take} onClick={onTake}>
          <Names of={office.name} />
        </button>
      ) : (
        <Link href={`/offices/${office.id}`} className={styles.link}>
          <Names of={office.name} />
        </Link>
      )}
      <p className={styles.about}>
        <span>{t(enumKey("category", office.category, "category.OTHER"))}</span>
        {office.districts.length > 0 ? (
          <span>
            <Listed
              of={office.districts.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))}
            />
          </span>
        ) : null}
        {children}
      </p>
    </li>
  );
}
