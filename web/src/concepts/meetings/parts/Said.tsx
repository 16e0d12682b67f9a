import { useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import type { FormProps } from "./FormProps";

interface SaidProps extends FormProps {
  /** Open to donors, so that others than a coordinator change nothing in it. */
  isHeld?: boolean;
}

/** What was said, in her words. */
export function Said({ draft, change, errorAt, isHeld = false }: SaidProps) {
  const { t } = useWords();
  return (
    <Field
      label={t("form.said")}
      hint={isHeld ? t("mend.wordsHeld") : undefined}
      error={errorAt("said")}
    >
      {(control) => (
        <textarea
          {...control}
          rows={6}
          disabled={isHeld}
          dir={directionOf(draft.said)}
          value={draft.said}
          placeholder={t("form.saidHint")}
          onChange={({ target }) => change({ ...draft, said: target.value })}
        />
      )}
    </Field>
  );
}
