import { enumKey, useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import type { Unsent } from "../../../kit/offline/unsent";
import { Button } from "../../../kit/ui/Button";

/** Why the record did not take a tick, for as long as she has not seen it. */
export function Refusal({ of: { id, state } }: { of: Unsent }) {
  const { t } = useWords();
  const { desk } = useUnsent();
  const code = state.kind === "back" ? state.errors[0]?.code : undefined;
  return (
    <>
      <span role="alert">{t(enumKey("taskError", code ?? "", "taskError.other"))}</span>{" "}
      <Button weight="quiet" onClick={() => desk.drop(id)}>
        {t("task.seen")}
      </Button>
    </>
  );
}
