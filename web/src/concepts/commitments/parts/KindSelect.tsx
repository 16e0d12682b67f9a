import type { CommitmentKind } from "../../../gql/graphql";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { Field } from "../../../kit/ui/Field";
import { KINDS } from "../views";

interface KindSelectProps {
  value: CommitmentKind | null;
  /** What stands there while none is chosen. */
  prompt: MessageKey;
  onChange: (kind: CommitmentKind | null) => void;
}

/** What sort of thing is asked for or promised. */
export function KindSelect({ value, prompt, onChange }: KindSelectProps) {
  const { t } = useWords();
  return (
    <Field label={t("promise.kind")}>
      {(control) => (
        <select
          {...control}
          value={value ?? ""}
          onChange={({ target }) => onChange(KINDS.find((kind) => kind === target.value) ?? null)}
        >
          <option value="">{t(prompt)}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`promiseKind.${kind}` as MessageKey)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
