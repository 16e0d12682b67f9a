import type { PeriodInput, StakeholderCategory } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { usePages } from "../../../kit/ui/NextPage";
import { Sheet } from "../../../kit/ui/Sheet";
import { type FigureName, noteOf } from "../figures";
import { RecordsPart } from "./RecordsPart";
import styles from "./RecordsSheet.module.css";

interface RecordsSheetProps {
  figure: FigureName;
  /** Null for the line of all categories. */
  category: StakeholderCategory | null;
  period: PeriodInput;
  onClose: () => void;
}

/** Exactly the records behind one figure. */
export function RecordsSheet({ figure, category, period, onClose }: RecordsSheetProps) {
  const { t } = useWords();
  const pages = usePages("");
  const of = category ? t(`category.${category}`) : t("coverage.total");
  const note = noteOf(figure);
  return (
    <Sheet title={`${t(`figure.${figure}`)} · ${of}`} onClose={onClose}>
      {note ? <p className={styles.note}>{t(note)}</p> : null}
      <ul>
        <RecordsPart
          figure={figure}
          category={category}
          period={period}
          after={null}
          pages={pages}
        />
      </ul>
    </Sheet>
  );
}
