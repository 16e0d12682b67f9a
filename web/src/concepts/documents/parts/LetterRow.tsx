import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Text } from "../../../kit/ui/Text";
import styles from "./LetterRow.module.css";

const LetterRow_document = graphql(`
  fragment LetterRow_document on Document {
    id
    kind
    day
    referenceNumber
    replyDueOn
    awaitsReply
    isReplyOverdue
    subject {
      text
      language
    }
  }
`);

/** A letter on one line: on what, of which day, and whether a reply is still due. */
export function LetterRow({ letter: masked }: { letter: FragmentType<typeof LetterRow_document> }) {
  const { t } = useWords();
  const letter = unmask(LetterRow_document, masked);
  const { replyDueOn, awaitsReply, isReplyOverdue, referenceNumber } = letter;
  return (
    <li className={styles.row}>
      <p className={styles.subject}>
        <Text of={letter.subject} />
      </p>
      <p className={styles.about}>
        <span>{t(enumKey("documentKind", letter.kind, "documentKind.other"))}</span>
        <Day of={letter.day} />
        {referenceNumber ? (
          <span>
            <Sentence id="amount.under" values={{ number: <bdi>{referenceNumber}</bdi> }} />
          </span>
        ) : null}
        {replyDueOn && awaitsReply ? (
          <span className={isReplyOverdue ? styles.past : undefined}>
            <Sentence
              id={isReplyOverdue ? "letter.replyOverdue" : "letter.replyDue"}
              values={{ day: <Day of={replyDueOn} /> }}
            />
          </span>
        ) : null}
        {replyDueOn && !awaitsReply ? <span>{t("letter.answered")}</span> : null}
      </p>
    </li>
  );
}
