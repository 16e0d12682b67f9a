import { useEffect, useRef, useState } from "react";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Isolated } from "../../../kit/ui/Isolated";
import { useTell } from "../../../kit/ui/UndoBar";

/**
 * Whether the sheet of a row is open. What becomes of a row while its sheet is closed is told in a
 * bar, as nothing else would say it.
 */
export function useSheet(row: string) {
  const { t } = useWords();
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const isSeen = useRef(false);
  useEffect(
    () => () => {
      isSeen.current = false;
    },
    [],
  );
  const show = (is: boolean) => {
    isSeen.current = is;
    setOpen(is);
  };
  return {
    isOpen,
    open: () => show(true),
    close: () => show(false),
    tellOfUnsaved: (words: string) => {
      const text = words.trim() ? <Isolated>{words.trim()}</Isolated> : t("rows.noWords");
      tell(<Sentence id="rows.unsaved" values={{ text }} />, row);
    },
    /** The same, unless she has the sheet before her. */
    tellUnlessSeen(words: string) {
      if (!isSeen.current) this.tellOfUnsaved(words);
    },
  };
}
