import { useState } from "react";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Sheet } from "../../../kit/ui/Sheet";
import { useToday } from "../../../kit/useToday";
import { LETTERS, type LetterDraft, newLetter } from "../letterDraft";
import { useNoteLetter } from "../useNoteLetter";

const FIELDS = ["kind", "subject", "day", "referenceNumber", "replyDueOn"];

/** Notes a letter from or to an office: on what, of which day, and by when a reply is due. */
export function LetterSheet({ office, onClose }: { office: string; onClose: () => void }) {
  const { t } = useWords();
  const today = useToday();
  const note = useNoteLetter(office);
  const [draft, setDraft] = useState(() => newLetter(today));
  const saving = useSave(() => note(draft), FIELDS);
  const write = (changed: Partial<LetterDraft>) => {
    for (const field of Object.keys(changed)) {
      saving.forget(field === "reference" ? "referenceNumber" : field);
    }
    setDraft({ ...draft, ...changed });
  };
  return (
    <Sheet title={t("letter.add")} onClose={onClose}>
      <SheetForm of={saving} word="save" sees="letter.sees" onSaved={onClose}>
        <Field label={t("letter.kind")} error={saving.errorAt("kind")}>
          {(control) => (
            <select
              {...control}
              value={draft.kind ?? ""}
              onChange={({ target }) =>
                write({ kind: LETTERS.find((kind) => kind === target.value) ?? null })
              }
            >
              <option value="">{t("amount.choose")}</option>
              {LETTERS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(enumKey("documentKind", kind, "documentKind.other"))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("letter.subject")} error={saving.errorAt("subject")}>
          {(control) => (
            <input
              {...control}
              type="text"
              dir={directionOf(draft.subject)}
              value={draft.subject}
              onChange={({ target }) => write({ subject: target.value })}
            />
          )}
        </Field>
        <DayField
          label={t("letter.day")}
          error={saving.errorAt("day")}
          max={today}
          value={draft.day}
          onChange={(day) => write({ day })}
        />
        <Field
          label={t("letter.reference")}
          hint={t("letter.referenceHint")}
          error={saving.errorAt("referenceNumber")}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              dir={directionOf(draft.reference)}
              value={draft.reference}
              onChange={({ target }) => write({ reference: target.value })}
            />
          )}
        </Field>
        <DayField
          label={t("letter.replyBy")}
          hint={t("letter.replyByHint")}
          error={saving.errorAt("replyDueOn")}
          value={draft.replyDueOn}
          onChange={(replyDueOn) => write({ replyDueOn })}
        />
      </SheetForm>
    </Sheet>
  );
}
