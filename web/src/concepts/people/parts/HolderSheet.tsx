import { useState } from "react";
import { useClient } from "urql";
import { today } from "../../../kit/dates";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Chosen } from "../../../kit/ui/Chosen";
import { DayField } from "../../../kit/ui/DayField";
import { Fieldset } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import { NameFields } from "../../../kit/ui/NameFields";
import { Sheet } from "../../../kit/ui/Sheet";
import { newHolder, type Predecessor } from "../newHolder";
import { asNewPerson, type HolderDraft } from "../personDraft";
import { PersonFields } from "./PersonFields";
import { PersonPicker } from "./PersonPicker";

const FIELDS = ["who", "name", "phones", "title", "from"];

interface HolderSheetProps {
  stakeholderId: string;
  /** Whom she follows in the post, if she does. */
  predecessor?: Predecessor;
  onClose: () => void;
}

/** Says who holds a post at an office: somebody of the record or somebody new, what post, since when. */
export function HolderSheet({ stakeholderId, predecessor, onClose }: HolderSheetProps) {
  const { t } = useWords();
  const client = useClient();
  const [holder] = useState(() => newHolder(client, stakeholderId, predecessor));
  const [draft, setDraft] = useState(holder.draft);
  const saving = useSave(() => holder.send(draft), FIELDS);
  const set = (change: Partial<HolderDraft>, field?: string) => {
    if (field) saving.forget(field);
    holder.draft = { ...draft, ...change };
    setDraft(holder.draft);
  };
  const { who } = draft;
  return (
    <Sheet title={t(predecessor ? "holder.change" : "holder.title")} onClose={onClose}>
      <SheetForm of={saving} word="save" sees="holder.sees" onSaved={onClose}>
        {predecessor ? <p>{t("holder.changeHint")}</p> : null}
        {who === null ? (
          <PersonPicker
            label={t("holder.who")}
            hint={t("holder.whoHint")}
            error={saving.errorAt("who")}
            onPick={(person) => set({ who: person }, "who")}
            onNew={(text) => set(asNewPerson(text), "who")}
          />
        ) : who === "new" ? (
          <>
            <PersonFields draft={draft} set={set} of={saving} />
            <div>
              <Button weight="quiet" onClick={() => set({ who: null })}>
                {t("holder.chooseAgain")}
              </Button>
            </div>
          </>
        ) : (
          <Fieldset legend={t("holder.who")}>
            <Chosen
              items={[{ key: who.id, content: <Names of={who.name} /> }]}
              onRemove={() => set({ who: null })}
            />
          </Fieldset>
        )}
        <NameFields
          labels={{ en: "holder.titleEn", ur: "holder.titleUr" }}
          hint="holder.titleHint"
          name={{ en: draft.titleEn, ur: draft.titleUr }}
          errors={{
            en: saving.errorAt("title", "en") ?? saving.errorOf("title"),
            ur: saving.errorAt("title", "ur"),
          }}
          onChange={({ en = draft.titleEn, ur = draft.titleUr }) =>
            set({ titleEn: en, titleUr: ur }, "title")
          }
        />
        <DayField
          label={t(predecessor ? "holder.changedOn" : "holder.from")}
          error={saving.errorAt("from")}
          value={draft.from}
          max={today()}
          onChange={(from) => set({ from }, "from")}
        />
      </SheetForm>
    </Sheet>
  );
}
