import { useState } from "react";
import type { Audience } from "../../../gql/graphql";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { Sheet } from "../../../kit/ui/Sheet";
import { useToday } from "../../../kit/useToday";
import { ByWhen } from "../../meetings/parts/Row";
import { DIRECTIONS, newPromise, type PromiseDraft } from "../promiseDraft";
import { useRecordPromise } from "../useRecordPromise";
import { LetterChoice } from "./LetterChoice";

const FIELDS = ["text", "dueOn", "saidOn", "documentId"];

interface PromiseProps {
  /** The offices that owe it, or to which it is owed. */
  offices: readonly string[];
  /** The letter in which it stands, where it is written down on the page of that. */
  letter?: string;
  /** Who sees that letter: it is never wider. */
  audience?: Audience;
}

/** A promise that she writes. It stays with her until it is saved, also while the sheet is closed. */
export function useNewPromise({ offices, letter, audience }: PromiseProps) {
  const today = useToday();
  const record = useRecordPromise(offices);
  const [draft, setDraft] = useState(() => newPromise(today, letter));
  const [seenBy, setSeenBy] = useState(audience);
  const begin = () => {
    setDraft(newPromise(today, letter));
    setSeenBy(audience);
  };
  return { record, draft, setDraft, seenBy, setSeenBy, begin };
}

interface PromiseSheetProps extends Omit<PromiseProps, "audience"> {
  of: ReturnType<typeof useNewPromise>;
  onClose: () => void;
}

/** Writes down what was promised or asked outside a meeting: who, what, by when, and by which letter. */
export function PromiseSheet({ offices, letter, of, onClose }: PromiseSheetProps) {
  const { t } = useWords();
  const today = useToday();
  const { record, draft, setDraft, seenBy, setSeenBy, begin } = of;
  const saving = useSave(() => record(draft), FIELDS);
  const write = (changed: Partial<PromiseDraft>, field: string) => {
    saving.forget(field);
    setDraft({ ...draft, ...changed });
  };
  const saved = () => {
    begin();
    onClose();
  };
  return (
    <Sheet title={t("promise.add")} onClose={onClose}>
      <SheetForm of={saving} word="save" sees={seesWord(seenBy)} onSaved={saved}>
        <Fieldset legend={t("promise.who")}>
          <Choice
            label={t("promise.who")}
            value={draft.direction}
            onChange={(direction) => write({ direction }, "direction")}
            options={DIRECTIONS.map((value) => ({ value, label: t(`promise.who.${value}`) }))}
          />
        </Fieldset>
        <Field label={t("promise.what")} error={saving.errorAt("text")}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              dir={directionOf(draft.text)}
              value={draft.text}
              onChange={({ target }) => write({ text: target.value }, "text")}
            />
          )}
        </Field>
        <Fieldset legend={t("row.byWhen")}>
          <ByWhen
            row={draft}
            dayLabel={t("due.date")}
            dueError={saving.errorAt("dueOn")}
            onChange={(byWhen) => write(byWhen, "dueOn")}
          />
        </Fieldset>
        {letter ? null : (
          <LetterChoice
            offices={offices}
            isHers
            label="promise.inLetter"
            value={draft.letter}
            error={saving.errorAt("documentId")}
            onChange={(chosen, seers) => {
              setSeenBy(seers);
              write({ letter: chosen }, "documentId");
            }}
          />
        )}
        {draft.letter ? null : (
          <DayField
            label={t("promise.saidOn")}
            error={saving.errorAt("saidOn")}
            max={today}
            value={draft.saidOn || today}
            onChange={(saidOn) => write({ saidOn }, "saidOn")}
          />
        )}
      </SheetForm>
    </Sheet>
  );
}

/** All members, unless it stands in a letter that is not for all; partners are shown it by the desk. */
function seesWord(audience: Audience | undefined): MessageKey {
  return audience === "PRESENT" ? "letterSees.PRESENT" : "letterSees.CAUCUS";
}
