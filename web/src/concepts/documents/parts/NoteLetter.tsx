import { useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import type { Named } from "../../../kit/ui/PickNamed";
import { useToday } from "../../../kit/useToday";
import { type LetterDraft, newLetter } from "../letterDraft";
import { useNoteLetter } from "../useNoteLetter";
import { LetterSheet } from "./LetterSheet";

/**
 * The way to note a letter, from or to these offices to begin with. What she writes stays until it is
 * saved, also while the sheet is closed.
 */
export function NoteLetter({ offices }: { offices: readonly Named[] }) {
  const { t } = useWords();
  const [isAdding, setAdding] = useState(false);
  const [left, setLeft] = useState<LetterDraft | null>(null);
  const note = useNoteLetter();
  const today = useToday();
  return (
    <>
      <Button onClick={() => setAdding(true)}>{t("letter.add")}</Button>
      {isAdding ? (
        <LetterSheet
          title="letter.add"
          begun={newLetter(today, offices)}
          left={left}
          onWrite={setLeft}
          send={note}
          sees="letterSees.CAUCUS"
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}
