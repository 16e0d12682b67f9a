import { useWords } from "../i18n/words";
import { Button } from "../ui/Button";
import { useUnsent } from "./Outbox";

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
