import { Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import styles from "./Reply.module.css";

interface ReplyProps {
  of: { replyDueOn: string | null; awaitsReply: boolean; isReplyOverdue: boolean };
}

/** Whether a reply is still due, and by when; nothing where none was asked for. */
export function Reply({ of: { replyDueOn, awaitsReply, isReplyOverdue } }: ReplyProps) {
  const { t } = useWords();
  if (!replyDueOn) return null;
  if (!awaitsReply) return <span>{t("letter.answered")}</span>;
  return (
    <span className={isReplyOverdue ? styles.past : undefined}>
      <Sentence
        id={isReplyOverdue ? "letter.replyOverdue" : "letter.replyDue"}
        values={{ day: <Day of={replyDueOn} /> }}
      />
    </span>
  );
}
