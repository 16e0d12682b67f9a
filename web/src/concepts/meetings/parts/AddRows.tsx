import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { Section } from "../../../kit/ui/Page";
import type { NewWho } from "../rows/blankRow";
import { useAddRow } from "../rows/useAddRow";
import styles from "./Rows.module.css";
import { SetRightSheet } from "./SetRightSheet";

const KINDS: readonly NewWho[] = ["they", "we", "i"];

interface AddRowsProps {
  meetingId: string;
  /** Where it turns out that the page does not show all that is there. */
  onKnown: () => void;
}

/** What was forgotten when the meeting was logged: a promise of theirs or ours, or a task. */
export function AddRows(props: AddRowsProps) {
  const { t } = useWords();
  return (
    <Section title={t("rows.forgotten")}>
      <div className={styles.add}>
        {KINDS.map((who) => (
          <AddRow key={who} who={who} {...props} />
        ))}
      </div>
    </Section>
  );
}

function AddRow({ who, meetingId, onKnown }: AddRowsProps & { who: NewWho }) {
  const { t } = useWords();
  const { onSheet, isOpen, open } = useAddRow(meetingId, who, onKnown);
  return (
    <>
      <Button onClick={open}>
        <Icon name="add" /> {t(`row.${who}`)}
      </Button>
      {isOpen ? (
        <SetRightSheet title={t(who === "i" ? "rows.new.task" : "rows.new.promise")} of={onSheet} />
      ) : null}
    </>
  );
}
