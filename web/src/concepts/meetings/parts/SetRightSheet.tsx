import { type FormEvent, useEffect, useRef } from "react";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { NotSaved } from "../../../kit/ui/NotSaved";
import { Sheet } from "../../../kit/ui/Sheet";
import { Notice } from "../../../kit/ui/State";
import type { RowOnSheet } from "../rows/useSetRight";
import { saveWord } from "../saveWord";
import { SetRightFields } from "./SetRightFields";
import styles from "./SetRightSheet.module.css";

interface SetRightSheetProps {
  title: string;
  of: RowOnSheet;
}

/** Writes one row of the record. What she wrote stays when it is closed, until it is saved. */
export function SetRightSheet({ title, of }: SetRightSheetProps) {
  const { t } = useWords();
  const { state, clashes, problems } = of;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.kind !== "writing") notice.current?.scrollIntoView({ block: "nearest" });
  }, [state]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void of.save();
  };
  const others = problems.filter(({ at }) => at === "");
  return (
    <Sheet title={title} onClose={of.close}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <fieldset className={styles.fields} disabled={state.kind === "sending"}>
          <SetRightFields of={of} />
        </fieldset>
        <div ref={notice} className={styles.foot}>
          {state.kind === "overtaken" ? (
            <Notice tone="bad">{t(clashes.length > 0 ? "rows.overtaken" : "rows.merged")}</Notice>
          ) : null}
          {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
          {others.map(({ code }) => (
            <Notice key={code} tone="bad">
              {t(enumKey("error", code, "error.INVALID"))}
            </Notice>
          ))}
          <Button type="submit" weight="main">
            {t(saveWord(state.kind))}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
