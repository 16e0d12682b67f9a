import type { Audience, LetterToMend_DocumentFragment } from "../../../gql/graphql";
import { useMendLetter } from "../useMendLetter";
import { LetterSheet } from "./LetterSheet";

interface MendLetterSheetProps {
  letter: LetterToMend_DocumentFragment;
  audience: Audience;
  onClose: () => void;
}

/** Sets a letter right that was noted before. */
export function MendLetterSheet({ letter, audience, onClose }: MendLetterSheetProps) {
  const { begun, send } = useMendLetter(letter);
  return (
    <LetterSheet
      title="letter.mend"
      begun={begun}
      send={send}
      sees={`letterSees.${audience}`}
      onClose={onClose}
    />
  );
}
