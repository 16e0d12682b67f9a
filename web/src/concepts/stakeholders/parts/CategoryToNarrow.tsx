import type { StakeholderCategory } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { Field } from "../../../kit/ui/Field";
import { CATEGORIES } from "../categories";

interface CategoryToNarrowProps {
  value: StakeholderCategory | null;
  onChange: (category: StakeholderCategory | null) => void;
}

/** Offices of one kind, or of all. */
export function CategoryToNarrow({ value, onChange }: CategoryToNarrowProps) {
  const { t } = useWords();
  return (
    <Field label={t("offices.category")}>
      {(control) => (
        <select
          {...control}
          value={value ?? ""}
          onChange={({ target }) =>
            onChange(CATEGORIES.find((category) => category === target.value) ?? null)
          }
        >
          <option value="">{t("offices.allCategories")}</option>
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {t(`category.${category}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
