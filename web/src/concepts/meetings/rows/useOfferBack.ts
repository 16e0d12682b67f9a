import type { ReactNode } from "react";
import type { Outcome } from "../../../kit/graphql/outcome";
import { useWords } from "../../../kit/i18n/words";
import { useForget, useTell, useUndo } from "../../../kit/ui/UndoBar";

/** Offers to take back what was done to a row. Where no answer came to that, it is offered once more. */
export function useOfferBack(row: string) {
  const { t } = useWords();
  const offer = useUndo();
  const tell = useTell();
  const forget = useForget();
  return (done: ReactNode, takeBack: () => Promise<Outcome<unknown>["kind"]>) => {
    const undo = async () => {
      forget(row);
      const kind = await takeBack();
      if (kind === "offline" || kind === "unsure") offer(t("rows.notBack"), undo, row);
      if (kind === "refused") tell(t("rows.backRefused"), row);
      if (kind === "failed") tell(t("change.failed"), row);
    };
    offer(done, undo, row);
  };
}
