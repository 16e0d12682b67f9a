import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Facts } from "../../../kit/ui/Facts";
import { Names } from "../../../kit/ui/Name";
import { Text } from "../../../kit/ui/Text";
import { RecordedBy } from "../../records/parts/RecordedBy";
import { partiesWord } from "../partiesWord";
import { Reply } from "./Reply";

const LetterFacts_document = graphql(`
  fragment LetterFacts_document on Document {
    id
    kind
    referenceNumber
    diaryNumber
    replyDueOn
    awaitsReply
    isReplyOverdue
    signedOn
    validUntil
    parties {
      id
      name {
        en
        ur
      }
    }
    answers {
      id
      subject {
        text
        language
      }
    }
    recordedAt
    recordedBy {
      id
      name {
        en
        ur
      }
    }
    recordedFor {
      id
      person {
        id
        name {
          en
          ur
        }
      }
    }
    confirmedAt
  }
`);

/** Between whom, under which numbers, whether a reply is due, what it answers, who noted it. */
export function LetterFacts({
  letter: masked,
}: {
  letter: FragmentType<typeof LetterFacts_document>;
}) {
  const { t } = useWords();
  const letter = unmask(LetterFacts_document, masked);
  const { kind, parties, referenceNumber, diaryNumber, answers, signedOn, validUntil } = letter;
  return (
    <Facts
      of={[
        [
          t(partiesWord(kind)),
          parties.length > 0 ? (
            <ul>
              {parties.map(({ id, name }) => (
                <li key={id}>
                  <Link href={`/offices/${id}`}>
                    <Names of={name} />
                  </Link>
                </li>
              ))}
            </ul>
          ) : null,
        ],
        [t("letter.reference"), referenceNumber ? <bdi>{referenceNumber}</bdi> : null],
        [t("letter.diary"), diaryNumber ? <bdi>{diaryNumber}</bdi> : null],
        [t("letter.reply"), letter.replyDueOn ? <Reply key="reply" of={letter} /> : null],
        [
          t("letter.answers"),
          answers ? (
            <Link href={`/letters/${answers.id}`}>
              <Text of={answers.subject} />
            </Link>
          ) : null,
        ],
        [t("letter.signedOn"), signedOn ? <Day of={signedOn} /> : null],
        [t("letter.validUntil"), validUntil ? <Day of={validUntil} /> : null],
        [t("meeting.recorded"), <RecordedBy key="recorded" of={letter} />],
      ]}
    />
  );
}
