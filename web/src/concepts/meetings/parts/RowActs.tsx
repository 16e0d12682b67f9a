import { useWords } from "../../../kit/i18n/words";
import { useViewer } from "../../../kit/viewer";
import { maySetRight, mayTakeAway } from "../rows/mayRow";
import type { RowOfRecord } from "../rows/rowOfRecord";
import { useSetRight } from "../rows/useSetRight";
import { useTakeAway } from "../rows/useTakeAway";
import styles from "./RowActs.module.css";
import { SetRightSheet } from "./SetRightSheet";

interface RowActsProps {
  row: RowOfRecord;
  /** Whether she may mend the meeting of which it came. */
  mayMend: boolean;
}

/** What may be done to a row of the record, for who may; nothing for who only reads. */
export function RowActs({ row, mayMend }: RowActsProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const setRight = useSetRight(row);
  const takeAway = useTakeAway(row);
  const [right, away] = [maySetRight(viewer, row, mayMend), mayTakeAway(viewer, row)];
  if (!right && !away) return null;
  // The words of the row go with the name, as on one page there are many of each.
  const named = (act: string) => ({ "aria-label": `${act}: ${row.text.text}` });
  return (
    <div className={styles.acts}>
      {right ? (
        <button
          type="button"
          className={styles.act}
          {...named(t("mend.act"))}
          onClick={setRight.open}
        >
          {t("mend.act")}
        </button>
      ) : null}
      {away ? (
        <button
          type="button"
          className={styles.act}
          {...named(t("rows.takeAway"))}
          onClick={takeAway}
        >
          {t("rows.takeAway")}
        </button>
      ) : null}
      {setRight.isOpen ? <SetRightSheet title={t(`rows.title.${row.kind}`)} of={setRight} /> : null}
    </div>
  );
}
