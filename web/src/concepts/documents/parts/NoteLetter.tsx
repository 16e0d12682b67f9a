import { useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import type { Named } from "../../../kit/ui/PickNamed";
import { useToday } from "../../../kit/useToday";
import { newLetter } from "../letterDraft";
import { useNoteLetter } from "../useNoteLetter";
import { LetterSheet } from "./LetterSheet";

/** The way to note a letter, from or to these offices to begin with. */
export function NoteLetter({ offices }: { offices: readonly Named[] }) {
  const { t } = useWords();
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Button onClick={() => setAdding(true)}>{t("letter.add")}</Button>
      {isAdding ? <Noting offices={offices} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Noting({ offices, onClose }: { offices: readonly Named[]; onClose: () => void }) {
  const today = useToday();
  const note = useNoteLetter();
  return (
    <LetterSheet
      title="letter.add"
      begun={newLetter(today, offices)}
      send={note}
      sees="letterSees.CAUCUS"
      onClose={onClose}
    />
  );
}
