import { type FormEvent, useEffect, useRef } from "react";
import { errorsAt } from "../../../kit/graphql/outcome";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { NameFields } from "../../../kit/ui/NameFields";
import { NotSaved } from "../../../kit/ui/NotSaved";
import { Notice } from "../../../kit/ui/State";
import { CATEGORIES } from "../categories";
import type { NewOffice } from "../newOffice";
import type { OfficeDraft } from "../officeDraft";
import type { OfficeRead } from "../officeRead";
import type { OfficePlace } from "../officeRebase";
import { useSaveOffice } from "../useSaveOffice";
import { type Twin, useTwins } from "../useTwins";
import styles from "./OfficeForm.module.css";
import { OfficeParent } from "./OfficeParent";
import { OfficePlaces } from "./OfficePlaces";
import { TheirOffice } from "./TheirOffice";
import { Twins } from "./Twins";

interface OfficeFormProps {
  begin: OfficeRead | NewOffice;
  onSaved: (office: OfficeDraft) => void;
  /** Given where one that is there already may be taken instead of adding another. */
  onTake?: (office: Twin) => void;
}

/** What is written on the form for each field of the request. */
const WRITTEN: Record<string, readonly (keyof OfficeDraft)[]> = {
  name: ["en", "ur"],
  shortName: ["shortName"],
  category: ["category"],
  parentId: ["parent"],
  districtIds: ["districts", "isProvinceWide"],
};

/** What an office is called, of what kind it is and where it works. */
export function OfficeForm({ begin, onSaved, onTake }: OfficeFormProps) {
  const { t } = useWords();
  const saving = useSaveOffice(begin);
  const { isNew, draft, recorded, state, clashes, write: set, takeTheirs, save } = saving;
  const { twins, mayAdd } = useTwins(draft);

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.kind !== "refused") return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);

  // What she has changed since is not called wrong any more.
  const errors =
    state.kind === "refused"
      ? state.errors.filter(({ path: [field = ""] }) =>
          (WRITTEN[field] ?? []).every((key) => draft[key] === state.draft[key]),
        )
      : [];
  const inWords = ({ code, path: [field] }: (typeof errors)[number]) =>
    code === "REQUIRED" && (field === "name" || field === "category")
      ? t(field === "name" ? "error.nameRequired" : "error.categoryRequired")
      : t(code === "ID_CONFLICT" ? "error.officeAdded" : enumKey("error", code, "error.INVALID"));
  const errorAt = (...path: string[]) => {
    const first = errorsAt(errors, path)[0];
    return first && inWords(first);
  };
  const others = errors.filter(({ path }) => !WRITTEN[path[0] ?? ""]).map(inWords);
  // What is wrong with the name as a whole stands at the first of its two fields.
  const isWhole = errors.some(({ path }) => path[0] === "name" && path.length === 1);

  const add = twins.length > 0 ? "officeForm.addAnyway" : "officeForm.add";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Its own form, also where it stands in the sheet of another.
    event.stopPropagation();
    if (state.kind === "sending") return;
    if (isNew && !(await mayAdd())) return;
    if (await save()) onSaved(draft);
  };
  const theirs = (place: OfficePlace) =>
    clashes.includes(place) ? (
      <TheirOffice
        place={place}
        office={recorded}
        isFirst={place === clashes[0]}
        onTake={() => takeTheirs(place)}
      />
    ) : null;

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <fieldset className={styles.fields} disabled={state.kind === "sending"}>
        <NameFields
          labels={{ en: "officeForm.en", ur: "officeForm.ur" }}
          hint="officeForm.nameHint"
          name={draft}
          errors={{
            en: errorAt("name", "en") ?? (isWhole ? errorAt("name") : undefined),
            ur: errorAt("name", "ur"),
          }}
          onChange={set}
          under={theirs}
        />
        <Field
          label={t("officeForm.shortName")}
          hint={t("officeForm.shortNameHint")}
          error={errorAt("shortName")}
        >
          {(control) => (
            <input
              {...control}
              dir={directionOf(draft.shortName)}
              value={draft.shortName}
              onChange={({ target }) => set({ shortName: target.value })}
            />
          )}
        </Field>
        {theirs("shortName")}
        <Field label={t("offices.category")} error={errorAt("category")}>
          {(control) => (
            <select
              {...control}
              value={draft.category ?? ""}
              onChange={({ target }) =>
                set({ category: CATEGORIES.find((value) => value === target.value) ?? null })
              }
            >
              <option value="">{t("officeForm.chooseCategory")}</option>
              {CATEGORIES.map((value) => (
                <option key={value} value={value}>
                  {t(`category.${value}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {theirs("category")}
        <OfficeParent draft={draft} set={set} error={errorAt("parentId")} />
        {theirs("parent")}
        <OfficePlaces draft={draft} set={set} error={errorAt("districtIds")} />
        {theirs("where")}
      </fieldset>
      {state.kind === "overtaken" && clashes.length === 0 ? (
        <Notice tone="bad">{t("officeForm.merged")}</Notice>
      ) : null}
      {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
      {others.length > 0 ? (
        <Notice tone="bad">
          {others.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Notice>
      ) : null}
      <Twins of={twins} onTake={onTake} />
      <div className={styles.save}>
        <Button type="submit" weight="main" disabled={state.kind === "sending"}>
          {t(state.kind === "sending" ? "save.sending" : isNew ? add : "tidy.save")}
        </Button>
      </div>
    </form>
  );
}
