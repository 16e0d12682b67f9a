import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { Section } from "../../../kit/ui/Page";
import { ROW_KINDS, type RowWho } from "../draft";
import { useAddRow } from "../rows/useAddRow";
import styles from "./Rows.module.css";
import { SetRightSheet } from "./SetRightSheet";
import { WhoDoes } from "./WhoDoes";

interface AddRowsProps {
  meetingId: string;
  /** Where it turns out that the page does not show all that is there. */
  onKnown: () => void;
}

/** What was forgotten when the meeting was logged: a promise of theirs or ours, a task, a decision. */
export function AddRows(props: AddRowsProps) {
  const { t } = useWords();
  return (
    <Section title={t("rows.forgotten")}>
      <div className={styles.add}>
        {ROW_KINDS.map((who) => (
          <AddRow key={who} who={who} {...props} />
        ))}
      </div>
    </Section>
  );
}

function AddRow({ who, meetingId, onKnown }: AddRowsProps & { who: RowWho }) {
  const { t } = useWords();
  const { onSheet, isOpen, open } = useAddRow(meetingId, who, onKnown);
  return (
    <>
      <Button onClick={open}>
        <Icon name="add" /> <WhoDoes who={who} />
      </Button>
      {isOpen ? <SetRightSheet title={t(`rows.new.${onSheet.row.kind}`)} of={onSheet} /> : null}
    </>
  );
}
