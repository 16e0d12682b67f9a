import type { PeriodInput } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { usePages } from "../../../kit/ui/NextPage";
import { Sheet } from "../../../kit/ui/Sheet";
import { type FigureName, noteOf } from "../figures";
import type { Grouping } from "../groups";
import { RecordsPart } from "./RecordsPart";
import styles from "./RecordsSheet.module.css";

interface RecordsSheetProps {
  figure: FigureName;
  by: Grouping;
  /** Null for the line of all. */
  group: string | null;
  /** What stands at the head of its line. */
  of: string;
  period: PeriodInput;
  onClose: () => void;
}

/** Exactly the records behind one figure. */
export function RecordsSheet({ figure, by, group, of, period, onClose }: RecordsSheetProps) {
  const { t } = useWords();
  const pages = usePages("");
  const note = noteOf(figure);
  return (
    <Sheet title={`${t(`figure.${figure}`)} · ${of}`} onClose={onClose} isInAddress>
      {note ? <p className={styles.note}>{t(note)}</p> : null}
      <ul>
        <RecordsPart
          figure={figure}
          by={by}
          group={group}
          period={period}
          after={null}
          pages={pages}
        />
      </ul>
    </Sheet>
  );
}
