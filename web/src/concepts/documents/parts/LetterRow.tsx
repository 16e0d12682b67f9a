import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { Text } from "../../../kit/ui/Text";
import { partiesSentence } from "../partiesWord";
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
    parties {
      id
      name {
        en
        ur
      }
    }
  }
`);

interface LetterRowProps {
  letter: FragmentType<typeof LetterRow_document>;
  /** Whether it says from or to whom: where that is not known from around it. */
  isNamed?: boolean;
}

/** A letter on one line: on what, of which day, and whether a reply is still due. */
export function LetterRow({ letter: masked, isNamed = false }: LetterRowProps) {
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
        {isNamed && letter.parties.length > 0 ? (
          <span>
            <Sentence
              id={partiesSentence(letter.kind)}
              values={{
                offices: (
                  <Listed
                    of={letter.parties.map(({ id, name }) => ({
                      key: id,
                      item: <Name of={name} />,
                    }))}
                  />
                ),
              }}
            />
          </span>
        ) : null}
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
