import { Link } from "wouter";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Listed } from "../../../kit/ui/Listed";
import { Name, Names } from "../../../kit/ui/Name";
import type { KeptOffice } from "../keptOffices";
import styles from "./OfficeRow.module.css";

/** An office of which no more than this lies on the machine. */
export function KeptOfficeRow({ office }: { office: KeptOffice }) {
  const { t } = useWords();
  return (
    <li className={styles.row}>
      <Link href={`/offices/${office.id}`} className={styles.link}>
        <Names of={office.name} />
      </Link>
      <p className={styles.about}>
        <span>{t(enumKey("category", office.category, "category.OTHER"))}</span>
        {office.districts.length > 0 ? (
          <span>
            <Listed
              of={office.districts.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))}
            />
          </span>
        ) : null}
      </p>
    </li>
  );
}
