import { type FormEvent, useEffect, useRef } from "react";
import type { useSave } from "../../../kit/form/useSave";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { DayField } from "../../../kit/ui/DayField";
import { NameFields } from "../../../kit/ui/NameFields";
import { NotSaved } from "../../../kit/ui/NotSaved";
import { Notice } from "../../../kit/ui/State";
import type { ListDraft } from "../listDraft";
import type { OfficeToList } from "../useAllOffices";
import { ChooseOffices } from "./ChooseOffices";
import styles from "./ListForm.module.css";

/** The fields of the form, as errors name them. */
export const LIST_FIELDS = ["name", "from", "to", "stakeholderIds"];

interface ListFormProps {
  draft: ListDraft;
  offices: readonly OfficeToList[];
  saving: ReturnType<typeof useSave>;
  /** Whether there is something to be saved. */
  isChanged: boolean;
  onChange: (draft: ListDraft) => void;
  onSaved: () => void;
}

/** What a list is called, of which days it is and whom it names. */
export function ListForm(props: ListFormProps) {
  const { draft, offices, saving, isChanged, onChange, onSaved } = props;
  const { t } = useWords();
  const { state, errorAt, errorOf, forget, others } = saving;
  const form = useRef<HTMLFormElement>(null);
  const isRefused = state.kind === "refused";
  useEffect(() => {
    if (!isRefused) return;
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    wrong?.focus({ preventScroll: true });
    wrong?.scrollIntoView({ block: "center" });
  }, [isRefused]);
  const set = (field: string, change: Partial<ListDraft>) => {
    forget(field);
    onChange({ ...draft, ...change });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await saving.save()) onSaved();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <NameFields
        labels={{ en: "list.en", ur: "list.ur" }}
        hint="list.nameHint"
        name={draft}
        errors={{
          en: errorAt("name", "en") ?? errorOf("name"),
          ur: errorAt("name", "ur"),
        }}
        onChange={(change) => set("name", change)}
      />
      <div className={styles.days}>
        <DayField
          label={t("list.from")}
          hint={t("list.daysHint")}
          error={errorAt("from")}
          value={draft.from}
          onChange={(from) => set("from", { from })}
        />
        <DayField
          label={t("list.to")}
          error={errorAt("to")}
          value={draft.to}
          onChange={(to) => set("to", { to })}
        />
      </div>
      <ChooseOffices
        offices={offices}
        named={draft.named}
        error={errorAt("stakeholderIds")}
        onChange={(named) => set("stakeholderIds", { named })}
      />
      <div className={styles.save}>
        {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
        {others.map((text) => (
          <Notice key={text} tone="bad">
            {text}
          </Notice>
        ))}
        <p className={styles.sees}>{t("list.saveHint")}</p>
        <div>
          <Button type="submit" weight={isChanged ? "main" : "plain"} disabled={!isChanged}>
            {t(state.kind === "sending" ? "save.sending" : "list.save")}
          </Button>
        </div>
      </div>
    </form>
  );
}
