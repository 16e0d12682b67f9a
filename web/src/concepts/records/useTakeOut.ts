import type { ReactNode } from "react";
import { enumKey, type MessageKey, useWords } from "../../kit/i18n/words";
import { useForget, useTell } from "../../kit/ui/UndoBar";
import { useArchive } from "./useArchive";
import { useOfferBack } from "./useOfferBack";

/**
 * Takes a record out of the lists, from which it is gone at once, and offers to bring it back; what is
 * said of it then is given by who asks.
 */
export function useTakeOut({ id, version }: { id: string; version: string }, done: ReactNode) {
  const { t } = useWords();
  const tell = useTell();
  const forget = useForget();
  const offerBack = useOfferBack(id);
  const { archive, restore } = useArchive();

  return async () => {
    // What an earlier try came to is not true beside this one.
    forget(id);
    const outcome = await archive(id, version);
    const code = outcome.kind === "refused" ? (outcome.errors[0]?.code ?? "") : "";
    // Out of the record already, by an earlier try of hers or by someone else: as she wants it.
    if (outcome.kind === "done" || code === "INVALID_TRANSITION") {
      offerBack(done, async () => (await restore(id, version)).kind);
    } else if (outcome.kind === "refused") {
      tell(t(enumKey("error", code, "error.INVALID")), id);
    } else {
      const word: MessageKey = outcome.kind === "failed" ? "change.failed" : "rows.notTakenAway";
      tell(t(word), id);
    }
  };
}
