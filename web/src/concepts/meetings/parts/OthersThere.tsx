import { useWords } from "../../../kit/i18n/words";
import { Chosen } from "../../../kit/ui/Chosen";
import { Fieldset } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import type { Mended } from "../mend/mended";

interface OthersThereProps {
  others: Mended["others"];
  onChange: (others: Mended["others"]) => void;
}

/** Those who took part and are not of us. One whose name is not shared stays, whoever saves. */
export function OthersThere({ others, onChange }: OthersThereProps) {
  const { t } = useWords();
  const named = others.flatMap(({ id, name }) => (name ? [{ id, name }] : []));
  if (named.length === 0) return null;
  return (
    <Fieldset legend={t("mend.others")}>
      <Chosen
        items={named.map(({ id, name }) => ({ key: id, content: <Names of={name} /> }))}
        onRemove={(key) => onChange(others.filter(({ id }) => id !== key))}
      />
    </Fieldset>
  );
}
