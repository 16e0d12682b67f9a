import { useWords } from "../../../kit/i18n/words";
import { type BothNames, Name } from "../../../kit/ui/Name";
import { useViewer } from "../../../kit/viewer";
import type { RowWho } from "../draft";

interface WhoDoesProps {
  who: RowWho;
  /** Who told the coordinator of it: then it is she who says "I". */
  teller?: BothNames | null;
}

/** The word with which a row begins. Where it is written for a member it is she, by her name. */
export function WhoDoes({ who, teller }: WhoDoesProps) {
  const { t } = useWords();
  const { actingFor, person } = useViewer();
  const she = teller ?? (actingFor ? person?.name : null);
  return who === "i" && she ? <Name of={she} /> : t(`row.${who}`);
}
