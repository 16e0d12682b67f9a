import type { ReactNode } from "react";
import type { Outcome } from "../../kit/graphql/outcome";
import { useWords } from "../../kit/i18n/words";
import { useForget, useTell, useUndo } from "../../kit/ui/UndoBar";

/** Offers to take back what was done to a record. Where no answer came to that, it is offered once more. */
export function useOfferBack(record: string) {
  const { t } = useWords();
  const offer = useUndo();
  const tell = useTell();
  const forget = useForget();
  return (done: ReactNode, takeBack: () => Promise<Outcome<unknown>["kind"]>) => {
    const undo = async () => {
      forget(record);
      const kind = await takeBack();
      if (kind === "offline" || kind === "unsure") offer(t("rows.notBack"), undo, record);
      if (kind === "refused") tell(t("rows.backRefused"), record);
      if (kind === "failed") tell(t("change.failed"), record);
    };
    offer(done, undo, record);
  };
}
