import { useState } from "react";
import type { Standing_CommitmentFragment as Standing } from "../../../gql/graphql";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { DayField } from "../../../kit/ui/DayField";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { Sheet } from "../../../kit/ui/Sheet";
import { useToday } from "../../../kit/useToday";
import { newReconfirmation, type ReconfirmDraft } from "../reconfirmDraft";
import { useReconfirm } from "../useReconfirm";
import { EvidenceFields } from "./EvidenceFields";

const FIELDS = ["on", "note", "title", "publisher", "address", "day", "letter"];

/** Her words for it. They stay with her until they are saved, also while the sheet is closed. */
export function useReconfirmation(standing: Standing) {
  const today = useToday();
  const reconfirm = useReconfirm(standing);
  const [draft, setDraft] = useState(() => newReconfirmation(today));
  return { draft, setDraft, reconfirm };
}

interface ReconfirmSheetProps {
  standing: Standing;
  of: ReturnType<typeof useReconfirmation>;
  onClose: () => void;
}

/** Says on which day the new holder said that she stands by it, how, and by what it is known. */
export function ReconfirmSheet({ standing, of, onClose }: ReconfirmSheetProps) {
  const { t } = useWords();
  const today = useToday();
  const { draft, setDraft, reconfirm } = of;
  const saving = useSave(() => reconfirm(draft), FIELDS);
  const write = (changed: Partial<ReconfirmDraft>) => {
    for (const field of Object.keys(changed)) saving.forget(field);
    setDraft({ ...draft, ...changed });
  };
  const saved = () => {
    setDraft(newReconfirmation(today));
    onClose();
  };
  const { inheritedOn } = standing;
  return (
    <Sheet title={t("reconfirm.act")} onClose={onClose}>
      <SheetForm of={saving} word="save" sees="reconfirm.sees" onSaved={saved}>
        {inheritedOn ? (
          <p>
            <Sentence id="reconfirm.since" values={{ day: <Day of={inheritedOn} /> }} />
          </p>
        ) : null}
        <DayField
          label={t("reconfirm.on")}
          error={saving.errorAt("on")}
          max={today}
          value={draft.on}
          onChange={(on) => write({ on })}
        />
        <Field
          label={t("reconfirm.note")}
          hint={t(enumKey("step.noteHint", standing.wordsAudience, "step.noteHint.PRESENT"))}
          error={saving.errorAt("note")}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              dir={directionOf(draft.note)}
              value={draft.note}
              onChange={({ target }) => write({ note: target.value })}
            />
          )}
        </Field>
        <EvidenceFields
          of={standing.id}
          draft={draft}
          write={write}
          errorAt={(place) => saving.errorAt(place)}
        />
      </SheetForm>
    </Sheet>
  );
}
