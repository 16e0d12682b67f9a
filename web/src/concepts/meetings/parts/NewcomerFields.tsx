import { useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { pickName } from "../../../kit/ui/Name";
import type { Draft } from "../draft";
import { type Newcomer, placeIn } from "../there";
import { Entry } from "./Entry";
import styles from "./Entry.module.css";
import type { FormProps } from "./FormProps";

interface NewcomerFieldsProps extends Pick<FormProps, "errorAt"> {
  newcomer: Newcomer;
  /** With whom they met. Of an office that is not in the record she has no title yet. */
  offices: Draft["offices"];
  isNew: boolean;
  onChange: (newcomer: Newcomer) => void;
  onRemove: () => void;
}

/** Somebody who is not in the record yet: her name, and what she is at which office. */
export function NewcomerFields({
  newcomer,
  offices,
  isNew,
  errorAt,
  onChange,
  onRemove,
}: NewcomerFieldsProps) {
  const { t, language } = useWords();
  const met = offices.filter(({ stakeholderId }) => stakeholderId !== null);
  const set = (change: Partial<Newcomer>) => onChange({ ...newcomer, ...change });
  return (
    <Entry
      head={<span className={styles.who}>{t("newcomer.head")}</span>}
      isNew={isNew}
      onRemove={onRemove}
    >
      <div className={styles.fields}>
        <Field label={t("newcomer.name")} error={errorAt(placeIn(newcomer.id, "name"))}>
          {(control) => (
            <input
              {...control}
              dir={directionOf(newcomer.name)}
              autoComplete="off"
              value={newcomer.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
        {met.length > 0 ? (
          <Field label={t("newcomer.title")} error={errorAt(placeIn(newcomer.id, "title"))}>
            {(control) => (
              <input
                {...control}
                dir={directionOf(newcomer.title)}
                autoComplete="off"
                placeholder={t("newcomer.titleHint")}
                value={newcomer.title}
                onChange={({ target }) => set({ title: target.value })}
              />
            )}
          </Field>
        ) : null}
        {met.length > 1 ? (
          <Field label={t("newcomer.office")}>
            {(control) => (
              <select
                {...control}
                value={newcomer.officeId ?? met[0]?.stakeholderId ?? ""}
                onChange={({ target }) => set({ officeId: target.value })}
              >
                {met.map(({ id, stakeholderId, name }) => {
                  const shown = pickName(name, language);
                  return (
                    <option key={id} value={stakeholderId ?? ""} lang={shown.language}>
                      {shown.text}
                    </option>
                  );
                })}
              </select>
            )}
          </Field>
        ) : null}
      </div>
    </Entry>
  );
}
