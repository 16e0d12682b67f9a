import { useId } from "react";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { EVIDENCE, type EvidenceDraft, type EvidencePlace, hasTitle } from "../evidence";
import styles from "./AdvanceSheet.module.css";
import { LetterOfPromise } from "./LetterOfPromise";

interface EvidenceFieldsProps {
  /** The promise of which it is known. */
  of: string;
  /** Whether she should be asked: of what was done or given, somebody will want to know how we know. */
  isAsked?: boolean;
  draft: EvidenceDraft;
  write: (changed: Partial<EvidenceDraft>) => void;
  errorAt: (place: EvidencePlace) => string | undefined;
}

/** By what it is known; folded away where nobody asks it on the day itself. It is never needed. */
export function EvidenceFields({
  of,
  isAsked = false,
  draft,
  write,
  errorAt,
}: EvidenceFieldsProps) {
  const { t } = useWords();
  const label = useId();
  const line = (place: "title" | "publisher" | "address", word: MessageKey) => (
    <Field label={t(word)} error={errorAt(place)}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode={place === "address" ? "url" : "text"}
          dir={place === "address" ? "ltr" : directionOf(draft[place])}
          value={draft[place]}
          onChange={({ target }) => write({ [place]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <details open={isAsked || draft.evidence !== "NONE"}>
      <summary id={label} className={styles.summary}>
        {t("step.evidence")}
      </summary>
      <div className={styles.fields}>
        <Choice
          label={t("step.evidence")}
          value={draft.evidence}
          onChange={(evidence) => write({ evidence })}
          options={EVIDENCE.map((value) => ({ value, label: t(`evidence.${value}`) }))}
        />
        {draft.evidence === "DOCUMENT" ? (
          <LetterOfPromise
            of={of}
            value={draft.letter}
            error={errorAt("letter")}
            onChange={(letter) => write({ letter })}
          />
        ) : null}
        {hasTitle(draft) ? (
          <>
            {line("title", "evidence.title")}
            {line("publisher", "evidence.publisher")}
            {line("address", "evidence.address")}
            <DayField
              label={t("evidence.day")}
              error={errorAt("day")}
              value={draft.day}
              onChange={(day) => write({ day })}
            />
          </>
        ) : null}
      </div>
    </details>
  );
}
