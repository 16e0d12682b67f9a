import { useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { COUNTS, type Group, placeIn } from "../there";
import { Entry } from "./Entry";
import styles from "./Entry.module.css";
import type { FormProps } from "./FormProps";

// As many as are taken for a count.
const DIGITS = 9;

interface GroupFieldsProps extends Pick<FormProps, "errorAt"> {
  group: Group;
  isNew: boolean;
  onChange: (group: Group) => void;
  onRemove: () => void;
}

/** People without names: who they were and how many; of women and men only where somebody counted. */
export function GroupFields({ group, isNew, errorAt, onChange, onRemove }: GroupFieldsProps) {
  const { t } = useWords();
  const set = (change: Partial<Group>) => onChange({ ...group, ...change });
  // There is no room for words under a number: they stand over all of them.
  const errorOf = (count: (typeof COUNTS)[number]) => errorAt(placeIn(group.id, count));
  const wrong = COUNTS.filter(errorOf);
  return (
    <Entry
      head={<span className={styles.who}>{t("group.head")}</span>}
      isNew={isNew}
      onRemove={onRemove}
    >
      <div className={styles.fields}>
        <Field label={t("group.label")} error={errorAt(placeIn(group.id, "label"))}>
          {(control) => (
            <input
              {...control}
              dir={directionOf(group.label)}
              placeholder={t("group.labelHint")}
              value={group.label}
              onChange={({ target }) => set({ label: target.value })}
            />
          )}
        </Field>
        <Fieldset legend={t("group.howMany")} error={wrong.map(errorOf)[0]}>
          <div className={styles.counts}>
            {COUNTS.map((count) => (
              <Field key={count} label={t(`group.${count}`)}>
                {(control) => (
                  <input
                    {...control}
                    aria-invalid={wrong.includes(count) ? true : undefined}
                    inputMode="numeric"
                    autoComplete="off"
                    maxLength={DIGITS}
                    value={group[count]}
                    onChange={({ target }) => set({ [count]: target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        </Fieldset>
      </div>
    </Entry>
  );
}
