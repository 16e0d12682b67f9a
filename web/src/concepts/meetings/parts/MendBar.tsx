import { useEffect, useRef } from "react";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Notice } from "../../../kit/ui/State";
import type { useMend } from "../mend/useMend";
import { saveWord } from "../saveWord";
import { seesWord } from "../whoSees";
import styles from "./SaveBar.module.css";

type MendBarProps = Pick<ReturnType<typeof useMend>, "mended" | "problems" | "state" | "clashes">;

/** Who will see it, the way to save, and why it is not saved yet. */
export function MendBar({ mended, problems, state, clashes }: MendBarProps) {
  const { t } = useWords();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: "nearest" });
  }, [state]);
  const others = problems.filter(({ at }) => at === "");
  return (
    <div className={styles.bar}>
      <p className={styles.sees}>{t(seesWord(mended.audience, mended.wordsAudience))}</p>
      <div ref={notice} className={styles.notice}>
        {state.kind === "overtaken" ? (
          <Notice tone="bad">{t(clashes.length > 0 ? "mend.overtaken" : "mend.merged")}</Notice>
        ) : null}
        {state.kind === "failed" ? <Notice tone="bad">{t(state.word)}</Notice> : null}
        {problems.length > 0 ? (
          <div role="alert" className={styles.wrong}>
            <p>{t("save.refused")}</p>
            {others.map(({ code }) => (
              <p key={code}>{t(enumKey("error", code, "error.INVALID"))}</p>
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
