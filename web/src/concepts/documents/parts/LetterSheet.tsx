import { type ReactNode, useState } from "react";
import type { DocumentKind } from "../../../gql/graphql";
import type { SaveEnding } from "../../../kit/form/ending";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { enumKey, type MessageKey, useWords } from "../../../kit/i18n/words";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Sheet } from "../../../kit/ui/Sheet";
import { useToday } from "../../../kit/useToday";
import { OfficesField } from "../../stakeholders/parts/OfficesField";
import { isLetter, LETTERS, type LetterDraft } from "../letterDraft";
import { partiesWord } from "../partiesWord";

const FIELDS = [
  "kind",
  "partyIds",
  "subject",
  "day",
  "referenceNumber",
  "diaryNumber",
  "replyDueOn",
];

/** What the fields of the draft are called in the contract, where that is something else. */
const NAMES: Partial<Record<keyof LetterDraft, string>> = {
  offices: "partyIds",
  reference: "referenceNumber",
  diary: "diaryNumber",
};

interface LetterSheetProps {
  title: MessageKey;
  /** How it begins. */
  begun: LetterDraft;
  /** What she wrote and closed before it was saved. */
  left?: LetterDraft | null;
  /** Told what she writes, where that is kept while the sheet is closed; null once it is saved. */
  onWrite?: (draft: LetterDraft | null) => void;
  send: (draft: LetterDraft) => Promise<SaveEnding>;
  /** Who will see it. */
  sees: MessageKey;
  onClose: () => void;
  /** What has to be known before it is filled in. */
  children?: ReactNode;
}

/** A letter as it is noted or set right: from or to whom, on what, of which day, by when a reply is due. */
export function LetterSheet({
  title,
  begun,
  left = null,
  onWrite = () => {},
  send,
  sees,
  onClose,
  children,
}: LetterSheetProps) {
  const { t } = useWords();
  const today = useToday();
  const [draft, setDraft] = useState(left ?? begun);
  const saving = useSave(() => send(draft), FIELDS);
  const write = (changed: Partial<LetterDraft>) => {
    for (const field of Object.keys(changed) as (keyof LetterDraft)[]) {
      saving.forget(NAMES[field] ?? field);
    }
    setDraft({ ...draft, ...changed });
    onWrite({ ...draft, ...changed });
  };
  const saved = () => {
    onWrite(null);
    onClose();
  };
  return (
    <Sheet title={t(title)} onClose={onClose}>
      <SheetForm of={saving} word="save" sees={sees} onSaved={saved}>
        {children}
        {begun.kind === null || isLetter(begun.kind) ? (
          <KindField
            value={draft.kind}
            error={saving.errorAt("kind")}
            onChange={(kind) => write({ kind })}
          />
        ) : null}
        <OfficesField
          label={t(partiesWord(draft.kind))}
          error={saving.errorAt("partyIds")}
          of={draft.offices}
          onChange={(offices) => write({ offices })}
        />
        <Line
          label={t("letter.subject")}
          error={saving.errorAt("subject")}
          value={draft.subject}
          onChange={(subject) => write({ subject })}
        />
        <DayField
          label={t("letter.day")}
          error={saving.errorAt("day")}
          max={today}
          value={draft.day}
          onChange={(day) => write({ day })}
        />
        <Line
          label={t("letter.reference")}
          hint={t("letter.referenceHint")}
          error={saving.errorAt("referenceNumber")}
          value={draft.reference}
          onChange={(reference) => write({ reference })}
        />
        {draft.kind === "LETTER_OUT" && !draft.diary ? null : (
          <Line
            label={t("letter.diary")}
            hint={t("letter.diaryHint")}
            error={saving.errorAt("diaryNumber")}
            value={draft.diary}
            onChange={(diary) => write({ diary })}
          />
        )}
        {isLetter(draft.kind ?? "LETTER_IN") ? (
          <DayField
            label={t("letter.replyBy")}
            hint={t("letter.replyByHint")}
            error={saving.errorAt("replyDueOn")}
            value={draft.replyDueOn}
            onChange={(replyDueOn) => write({ replyDueOn })}
          />
        ) : null}
      </SheetForm>
    </Sheet>
  );
}

interface KindFieldProps {
  value: DocumentKind | null;
  error: string | undefined;
  onChange: (kind: DocumentKind | null) => void;
}

function KindField({ value, error, onChange }: KindFieldProps) {
  const { t } = useWords();
  return (
    <Field label={t("letter.kind")} error={error}>
      {(control) => (
        <select
          {...control}
          value={value ?? ""}
          onChange={({ target }) => onChange(LETTERS.find((kind) => kind === target.value) ?? null)}
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
  );
}

interface LineProps {
  label: string;
  hint?: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

function Line({ label, hint, error, value, onChange }: LineProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type="text"
          dir={directionOf(value)}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
