import type { LetterToMend_DocumentFragment } from "../../../gql/graphql";
import { Sentence } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Text } from "../../../kit/ui/Text";
import { useToday } from "../../../kit/useToday";
import { answerTo } from "../letterDraft";
import { useNoteLetter } from "../useNoteLetter";
import { LetterSheet } from "./LetterSheet";

interface AnswerSheetProps {
  to: LetterToMend_DocumentFragment;
  onClose: () => void;
}

/** Notes the answer to a letter, of which most is known already. */
export function AnswerSheet({ to, onClose }: AnswerSheetProps) {
  const today = useToday();
  const note = useNoteLetter(to.id);
  return (
    <LetterSheet
      title="letter.answer"
      begun={answerTo(to, today)}
      send={note}
      sees="letterSees.CAUCUS"
      onClose={onClose}
    >
      <p>
        <Sentence
          id="letter.answersThis"
          values={{ subject: <Text of={to.subject} />, day: <Day of={to.day} /> }}
        />
      </p>
    </LetterSheet>
  );
}
