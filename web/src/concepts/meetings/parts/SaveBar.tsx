import { useEffect, useRef } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button, ButtonLink } from "../../../kit/ui/Button";
import { Choice } from "../../../kit/ui/Choice";
import { Notice } from "../../../kit/ui/State";
import type { SaveState } from "../useSave";
import type { FormProps } from "./FormProps";
import styles from "./SaveBar.module.css";

interface SaveBarProps extends Pick<FormProps, "draft" | "change"> {
  state: SaveState;
  /** Errors that no field of the form shows. */
  others: readonly string[];
  isKept: boolean;
}

/** Who will see it, the way to save, and how the saving went. */
export function SaveBar({ draft, change, state, others, isKept }: SaveBarProps) {
  const { t } = useWords();
  const notice = useRef<HTMLDivElement>(null);
  // Where the screen is too low for it to stay at the edge, it may be said out of sight.
  useEffect(() => {
    notice.current?.scrollIntoView({ block: "nearest" });
  }, [state.kind, isKept]);
  const isOpen = draft.wordsAudience !== "PRESENT";
  return (
    <div className={styles.bar}>
      <details className={styles.sees}>
        <summary>{t(isOpen ? "sees.members" : "sees.present")}</summary>
        <Choice
          label={t("sees.who")}
          value={isOpen ? "CAUCUS" : "PRESENT"}
          onChange={(wordsAudience) => change({ ...draft, wordsAudience })}
          options={[
            { value: "PRESENT", label: t("audience.PRESENT") },
            { value: "CAUCUS", label: t("audience.CAUCUS") },
          ]}
        />
      </details>
      <div ref={notice} className={styles.notice}>
        <SaveNotice draft={draft} state={state} others={others} />
        {isKept ? null : <Notice tone="bad">{t("save.notKept")}</Notice>}
      </div>
      <Button
        type="submit"
        weight="main"
        className={styles.save}
        disabled={state.kind === "sending"}
      >
        {t(
          state.kind === "sending"
            ? "save.sending"
            : state.kind === "offline" || state.kind === "unsure"
              ? "save.again"
              : "save",
        )}
      </Button>
    </div>
  );
}

function SaveNotice({ draft, state, others }: Pick<SaveBarProps, "draft" | "state" | "others">) {
  const { t } = useWords();
  switch (state.kind) {
    case "offline":
    case "unsure":
    case "failed":
      return <Notice tone="bad">{t(`save.${state.kind}`)}</Notice>;
    case "savedBefore":
      return (
        <Notice tone="bad">
          <p>{t("save.savedBefore")}</p>
          <ButtonLink href={`/meetings/${draft.meetingId}`}>{t("saved.open")}</ButtonLink>
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="bad">
          <p>{t("save.refused")}</p>
          {others.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      );
    default:
      return null;
  }
}
