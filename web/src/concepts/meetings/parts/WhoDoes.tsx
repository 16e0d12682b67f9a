import { useWords } from "../../../kit/i18n/words";
import { type BothNames, Name } from "../../../kit/ui/Name";
import type { RowWho } from "../draft";

interface WhoDoesProps {
  who: RowWho;
  /** Who told the coordinator of it: then it is she who says "I". */
  teller: BothNames | null;
}

/** The word with which a row begins. */
export function WhoDoes({ who, teller }: WhoDoesProps) {
  const { t } = useWords();
  return who === "i" && teller ? <Name of={teller} /> : t(`row.${who}`);
}
