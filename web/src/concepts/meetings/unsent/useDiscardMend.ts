import { useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { useUndo } from "../../../kit/ui/UndoBar";
import { dropMend } from "./unsentMend";

/** Gives up what she has changed of a meeting; for ten seconds it can be had back. */
export function useDiscardMend(meetingId: string, onBack: () => void = () => {}) {
  const { t } = useWords();
  const { desk } = useUnsent();
  const offerUndo = useUndo();
  return () => {
    const dropped = dropMend(desk, meetingId);
    if (!dropped) return;
    const putBack = () => {
      void desk.putBack(dropped);
      onBack();
    };
    offerUndo(t("mend.discarded"), putBack, meetingId);
  };
}
