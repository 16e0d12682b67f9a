import { useState } from "react";
import type { Audience } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Choice } from "../../../kit/ui/Choice";
import { Fieldset } from "../../../kit/ui/Field";
import styles from "./AudienceFields.module.css";

interface AudienceFieldsProps {
  audience: Audience;
  wordsAudience: Audience;
  isSending: boolean;
  onSave: (change: { audience: Audience; wordsAudience: Audience }) => void;
}

/** Who sees that they met, and who reads what was said: the second never more than the first. */
export function AudienceFields({
  audience,
  wordsAudience,
  isSending,
  onSave,
}: AudienceFieldsProps) {
  const { t } = useWords();
  const [facts, setFacts] = useState(audience);
  const [words, setWords] = useState(wordsAudience);
  const options = (["PRESENT", "CAUCUS", "PARTNERS"] as const).map((value) => ({
    value,
    label: t(`audience.${value}`),
  }));
  const isChanged = facts !== audience || words !== wordsAudience;
  return (
    <div className={styles.fields}>
      <Fieldset legend={t("tidy.facts")}>
        <Choice label={t("tidy.facts")} value={facts} options={options} onChange={setFacts} />
      </Fieldset>
      <Fieldset legend={t("tidy.words")}>
        <Choice label={t("tidy.words")} value={words} options={options} onChange={setWords} />
      </Fieldset>
      <div>
        <Button
          disabled={!isChanged || isSending}
          onClick={() => onSave({ audience: facts, wordsAudience: words })}
        >
          {t("tidy.save")}
        </Button>
      </div>
    </div>
  );
}
