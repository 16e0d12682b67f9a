import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Name } from "../../../kit/ui/Name";
import { TextBlock } from "../../../kit/ui/Text";
import type { RowOfRecord } from "../rows/rowOfRecord";
import type { RowPlace } from "../rows/written";
import styles from "./SetRightSheet.module.css";

interface TheirRowProps {
  place: RowPlace;
  /** The row as somebody else has left it. */
  row: RowOfRecord;
  onTake: () => void;
}

/** Under what she wrote: what somebody else wrote there in the meantime, and the way to take it. */
export function TheirRow({ place, row, onTake }: TheirRowProps) {
  const { t } = useWords();
  return (
    <div className={styles.theirs} role="status">
      <p className={styles.label}>{t("mend.theirs")}</p>
      <Written place={place} row={row} />
      <Button onClick={onTake}>{t("mend.take")}</Button>
    </div>
  );
}

function Written({ place, row }: Pick<TheirRowProps, "place" | "row">) {
  const { t } = useWords();
  switch (place) {
    case "text":
      return <TextBlock of={row.text} />;
    case "direction":
      return <p>{t(enumKey("direction", row.direction ?? "", "direction.MUTUAL"))}</p>;
    case "dueOn":
      return (
        <p>
          {row.dueOn ? (
            <Sentence id="task.dueOn" values={{ day: <Day of={row.dueOn} /> }} />
          ) : (
            t("due.none")
          )}
        </p>
      );
    case "ownerId":
      return <p>{row.owner ? <Name of={row.owner.name} /> : t("office.hidden")}</p>;
  }
}
