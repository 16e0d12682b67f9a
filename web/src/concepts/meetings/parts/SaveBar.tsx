import { useEffect, useRef } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button, ButtonLink } from "../../../kit/ui/Button";
import { Choice } from "../../../kit/ui/Choice";
import { Notice } from "../../../kit/ui/State";
import type { FormProps } from "./FormProps";
import { KeptAsWritten } from "./KeptAsWritten";
import styles from "./SaveBar.module.css";

interface SaveBarProps extends Pick<FormProps, "draft" | "change"> {
  isWrong: boolean;
  /** It is in the record already, without her last changes; or the record never takes it as it is. */
  hindrance: "savedBefore" | "rejected" | null;
  /** Errors that no field of the form shows. */
  others: readonly string[];
}

/** Who will see it, the way to save, and why it was not saved. */
export function SaveBar({ draft, change, isWrong, hindrance, others }: SaveBarProps) {
  const { t } = useWords();
  const notice = useRef<HTMLDivElement>(null);
  // Where the screen is too low for it to stay at the edge, it may be said out of sight.
  useEffect(() => {
    if (isWrong || hindrance) notice.current?.scrollIntoView({ block: "nearest" });
  }, [isWrong, hindrance]);
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
        <KeptAsWritten draft={draft} />
        {hindrance === "rejected" ? (
          <Notice tone="bad">
            <p>{t("save.rejected")}</p>
            <ButtonLink href={`/meetings/${draft.meetingId}?look`}>{t("save.look")}</ButtonLink>
          </Notice>
        ) : null}
        {hindrance === "savedBefore" ? (
          <Notice tone="bad">
            <p>{t("save.savedBefore")}</p>
            <ButtonLink href={`/meetings/${draft.meetingId}`}>{t("saved.open")}</ButtonLink>
          </Notice>
        ) : null}
        {isWrong && hindrance !== "savedBefore" ? (
          <div role="alert" className={styles.wrong}>
            <p>{t("save.refused")}</p>
            {others.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        ) : null}
      </div>
      <Button type="submit" weight="main" className={styles.save}>
        {t("save")}
      </Button>
    </div>
  );
}
