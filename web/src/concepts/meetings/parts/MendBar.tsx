import { useEffect, useRef } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { NotSaved } from "../../../kit/ui/NotSaved";
import { Notice } from "../../../kit/ui/State";
import type { useMend } from "../mend/useMend";
import { saveWord } from "../saveWord";
import { seesWord } from "../whoSees";
import { KeptAsWritten } from "./KeptAsWritten";
import styles from "./SaveBar.module.css";

interface MendBarProps
  extends Pick<ReturnType<typeof useMend>, "mended" | "problems" | "state" | "clashes"> {
  /** Errors that no field of the form shows. */
  others: readonly string[];
}

/** Who will see it, the way to save, and why it is not saved yet. */
export function MendBar({ mended, problems, state, clashes, others }: MendBarProps) {
  const { t } = useWords();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.kind !== "writing") notice.current?.scrollIntoView({ block: "nearest" });
  }, [state]);
  return (
    <div className={styles.bar}>
      <p className={styles.sees}>{t(seesWord(mended.audience, mended.wordsAudience))}</p>
      <div ref={notice} className={styles.notice}>
        <KeptAsWritten draft={mended} />
        {state.kind === "overtaken" ? (
          <Notice tone="bad">{t(clashes.length > 0 ? "mend.overtaken" : "mend.merged")}</Notice>
        ) : null}
        {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
        {problems.length > 0 ? (
          <div role="alert" className={styles.wrong}>
            <p>{t("save.refused")}</p>
            {others.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        ) : null}
      </div>
      <Button type="submit" weight="main" className={styles.save}>
        {t(saveWord(state.kind))}
      </Button>
    </div>
  );
}
