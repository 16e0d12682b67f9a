import type { ReactNode } from "react";
import type { Outcome } from "../../../kit/graphql/outcome";
import { useWords } from "../../../kit/i18n/words";
import { useTell, useUndo } from "../../../kit/ui/UndoBar";

/** Offers to take back what was done. Where no answer came to that, it is offered once more. */
export function useOfferBack() {
  const { t } = useWords();
  const offer = useUndo();
  const tell = useTell();
  return (done: ReactNode, takeBack: () => Promise<Outcome<unknown>["kind"]>) => {
    const undo = async () => {
      const kind = await takeBack();
      if (kind === "offline" || kind === "unsure") offer(t("rows.notBack"), undo);
      if (kind === "refused") tell(t("rows.backRefused"));
      if (kind === "failed") tell(t("change.failed"));
    };
    offer(done, undo);
  };
}
