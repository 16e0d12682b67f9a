import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Isolated } from "../../../kit/ui/Isolated";
import styles from "./LeftInSearch.module.css";

interface LeftInSearchProps {
  text: string;
  onAdd: (text: string) => void;
  onLeaveOut: () => void;
}

/** What she typed beside the office that she chose may be another one, or what found that one. */
export function LeftInSearch({ text, onAdd, onLeaveOut }: LeftInSearchProps) {
  const { t } = useWords();
  return (
    <div className={styles.left} role="alert">
      <p className={styles.question}>
        <Sentence id="left.question" values={{ text: <Isolated>{text}</Isolated> }} />
      </p>
      <div className={styles.ways}>
        <Button onClick={() => onAdd(text)}>{t("left.add")}</Button>
        <Button onClick={onLeaveOut}>{t("left.leaveOut")}</Button>
      </div>
    </div>
  );
}
