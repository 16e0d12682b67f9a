import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Text } from "../../../kit/ui/Text";
import styles from "./LetterRow.module.css";
import { Reply } from "./Reply";

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
  const { referenceNumber } = letter;
  return (
    <li className={styles.row}>
      <Link href={`/letters/${letter.id}`} className={styles.link}>
        <Text of={letter.subject} />
      </Link>
      <p className={styles.about}>
        <span>{t(enumKey("documentKind", letter.kind, "documentKind.other"))}</span>
        <Day of={letter.day} />
        {referenceNumber ? (
          <span>
            <Sentence id="amount.under" values={{ number: <bdi>{referenceNumber}</bdi> }} />
          </span>
        ) : null}
        <Reply of={letter} />
      </p>
    </li>
  );
}
