import { useState } from "react";
import { enumKey, type MessageKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Section } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { useListActs } from "../useListActs";
import styles from "./ListForm.module.css";

interface ApproveListProps {
  list: { id: string; version: string };
  /** Whether something is written that is not saved yet, which would not be approved with it. */
  isUnsaved: boolean;
}

function refusedWord(code: string): MessageKey {
  return code === "INVALID_TRANSITION" ? "list.notOpen" : enumKey("error", code, "error.INVALID");
}

/** Approves a list as it is saved; what that means for ever stands beside the button. */
export function ApproveList({ list, isUnsaved }: ApproveListProps) {
  const { t } = useWords();
  const { approve } = useListActs(list);
  const [state, setState] = useState<{ isUnderWay: boolean; wrong: string | null }>({
    isUnderWay: false,
    wrong: null,
  });
  const begin = async () => {
    if (state.isUnderWay) return;
    setState({ isUnderWay: true, wrong: null });
    const ending = await approve();
    const wrong =
      ending.kind === "refused"
        ? t(refusedWord(ending.errors[0]?.code ?? ""))
        : ending.kind === "failed"
          ? t(ending.word)
          : null;
    setState({ isUnderWay: false, wrong });
  };
  return (
    <Section title={t("list.approveTitle")}>
      <p>{t("list.freezes")}</p>
      {isUnsaved ? <p className={styles.sees}>{t("list.saveFirst")}</p> : null}
      {state.wrong ? <Notice tone="bad">{state.wrong}</Notice> : null}
      <div>
        <Button
          weight={isUnsaved ? "plain" : "main"}
          disabled={isUnsaved || state.isUnderWay}
          onClick={begin}
        >
          {t(state.isUnderWay ? "save.sending" : "list.approve")}
        </Button>
      </div>
    </Section>
  );
}
