import { useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { Button } from "../../../kit/ui/Button";

/** For who does not want to wait until it is tried again by itself. */
export function SendNow({ weight = "plain" }: { weight?: "plain" | "quiet" }) {
  const { t } = useWords();
  const { isSending, sendNow } = useUnsent();
  return (
    <Button weight={weight} onClick={sendNow} disabled={isSending}>
      {t(isSending ? "unsent.trying" : "unsent.sendNow")}
    </Button>
  );
}
