import { Fragment, type ReactNode } from "react";
import { type MessageKey, useWords } from "../i18n/words";
import { Field } from "./Field";

type Language = "en" | "ur";

interface NameFieldsProps {
  labels: Record<Language, MessageKey>;
  /** What there is to know of both. */
  hint: MessageKey;
  name: Record<Language, string>;
  errors: Record<Language, string | undefined>;
  onChange: (change: Partial<Record<Language, string>>) => void;
  /** What stands under the field of a language. */
  under?: (language: Language) => ReactNode;
}

/** A name, each of its languages in a field that runs in its direction. */
export function NameFields({ labels, hint, name, errors, onChange, under }: NameFieldsProps) {
  const { t } = useWords();
  return (["en", "ur"] as const).map((language) => (
    <Fragment key={language}>
      <Field
        label={t(labels[language])}
        hint={language === "en" ? t(hint) : undefined}
        error={errors[language]}
      >
        {(control) => (
          <input
            {...control}
            lang={language}
            dir={language === "en" ? "ltr" : "rtl"}
            value={name[language]}
            onChange={({ target }) => onChange({ [language]: target.value })}
          />
        )}
      </Field>
      {under?.(language)}
    </Fragment>
  ));
}
