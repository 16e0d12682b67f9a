import { type FormEvent, useEffect, useRef } from "react";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { NotSaved } from "../../../kit/ui/NotSaved";
import { Sheet } from "../../../kit/ui/Sheet";
import { Notice } from "../../../kit/ui/State";
import { saveWord } from "../../meetings/saveWord";
import { placeOf } from "../stepDraft";
import type { useAdvance } from "../useSteps";
import styles from "./AdvanceSheet.module.css";
import { StepFields } from "./StepFields";

interface AdvanceSheetProps {
  of: ReturnType<typeof useAdvance>;
  onClose: () => void;
}

/** Says to where a promise has come. What she wrote stays when it is closed, until it is saved. */
export function AdvanceSheet({ of, onClose }: AdvanceSheetProps) {
  const { t } = useWords();
  const { state, problems, errors } = of;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.kind !== "writing") notice.current?.scrollIntoView({ block: "nearest" });
  }, [state]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await of.save()) onClose();
  };
  const notAllowed = errors.find(({ code }) => code === "INVALID_TRANSITION");
  const others = errors.filter((error) => error !== notAllowed && placeOf(error.path) === null);
  return (
    <Sheet title={t("step.title")} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <StepFields of={of} />
        <div ref={notice} className={styles.foot}>
          {problems.length > 0 ? <Notice tone="bad">{t("save.refused")}</Notice> : null}
          {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
          {notAllowed ? (
            <Notice tone="bad">
              <p>{t("stepError.notAllowed")}</p>
              <p lang="en" dir="ltr">
                {notAllowed.message}
              </p>
            </Notice>
          ) : null}
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
