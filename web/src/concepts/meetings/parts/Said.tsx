import { useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import type { FormProps } from "./FormProps";

/** What was said, in her words. */
export function Said({ draft, change, errorAt }: FormProps) {
  const { t } = useWords();
  return (
    <Field label={t("form.said")} error={errorAt("said")}>
      {(control) => (
        <textarea
          {...control}
          rows={6}
          dir={directionOf(draft.said)}
          value={draft.said}
          placeholder={t("form.saidHint")}
          onChange={({ target }) => change({ ...draft, said: target.value })}
        />
      )}
    </Field>
  );
}
