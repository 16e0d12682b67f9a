import { useLocation } from "wouter";
import { useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { Button } from "../../../kit/ui/Button";
import { useUndo } from "../../../kit/ui/UndoBar";

/** Drops what is on the form; for ten seconds it can be had back. */
export function ThrowAway({ id }: { id: string }) {
  const { t } = useWords();
  const { desk } = useUnsent();
  const offerUndo = useUndo();
  const [, go] = useLocation();
  const throwAway = () => {
    const dropped = desk.drop(id);
    if (!dropped) return;
    go("/");
    offerUndo(t("unsent.thrownAway"), () => void desk.putBack(dropped));
  };
  return (
    <div>
      <Button weight="quiet" onClick={throwAway}>
        {t("unsent.throwAway")}
      </Button>
    </div>
  );
}
