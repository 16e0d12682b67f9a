import { useWords } from "../i18n/words";
import { Chosen } from "./Chosen";
import { Field } from "./Field";
import { type BothNames, Names, pickName } from "./Name";

export interface Named {
  id: string;
  name: BothNames;
}

interface PickNamedProps {
  label: string;
  hint?: string | undefined;
  error: string | undefined;
  /** What stands in the list while nothing is picked from it. */
  prompt: string;
  /** All that there is to choose from. */
  of: readonly Named[];
  value: readonly Named[];
  onChange: (value: Named[]) => void;
}

/** Several of a list. Nothing is asked where there is none to choose. */
export function PickNamed({ label, hint, error, prompt, of, value, onChange }: PickNamedProps) {
  const { language } = useWords();
  const left = of.filter(({ id }) => !value.some((chosen) => chosen.id === id));
  if (of.length === 0 && value.length === 0) return null;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div>
          <Chosen
            items={value.map(({ id, name }) => ({ key: id, content: <Names of={name} /> }))}
            onRemove={(key) => onChange(value.filter(({ id }) => id !== key))}
          />
          <select
            {...control}
            value=""
            onChange={({ target }) => {
              const chosen = left.find(({ id }) => id === target.value);
              if (chosen) onChange([...value, { id: chosen.id, name: chosen.name }]);
            }}
          >
            <option value="">{prompt}</option>
            {left.map(({ id, name }) => {
              const shown = pickName(name, language);
              return (
                <option key={id} value={id} lang={shown.language}>
                  {shown.text}
                </option>
              );
            })}
          </select>
        </div>
      )}
    </Field>
  );
}
