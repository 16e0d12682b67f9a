import { useState } from "react";
import type { Audience, UpdateMeetingInput } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Choice } from "../../../kit/ui/Choice";
import { Fieldset } from "../../../kit/ui/Field";
import { type ChosenProgramme, ProgrammeField } from "../../programme/parts/ProgrammeField";
import styles from "./AudienceFields.module.css";
import { WhatDonorsSee } from "./WhatDonorsSee";

interface AudienceFieldsProps {
  audience: Audience;
  wordsAudience: Audience;
  programmes: readonly ChosenProgramme[];
  isSending: boolean;
  onSave: (change: Pick<UpdateMeetingInput, "audience" | "wordsAudience" | "programmeIds">) => void;
}

/**
 * Under which programmes they met, who sees that they met, and who reads what was said: the third
 * never more than the second.
 */
export function AudienceFields({
  audience,
  wordsAudience,
  programmes,
  isSending,
  onSave,
}: AudienceFieldsProps) {
  const { t } = useWords();
  const [facts, setFacts] = useState(audience);
  const [words, setWords] = useState(wordsAudience);
  const [under, setUnder] = useState(programmes);
  const options = (["PRESENT", "CAUCUS", "PARTNERS"] as const).map((value) => ({
    value,
    label: t(`audience.${value}`),
  }));
  const isAudienceChanged = facts !== audience || words !== wordsAudience;
  const isProgrammeChanged = idsOf(under) !== idsOf(programmes);
  return (
    <div className={styles.fields}>
      <ProgrammeField error={undefined} value={under} onChange={setUnder} />
      <Fieldset legend={t("tidy.facts")}>
        <Choice label={t("tidy.facts")} value={facts} options={options} onChange={setFacts} />
        <WhatDonorsSee facts={facts} words={words} hasProgramme={under.length > 0} />
      </Fieldset>
      <Fieldset legend={t("tidy.words")}>
        <Choice label={t("tidy.words")} value={words} options={options} onChange={setWords} />
      </Fieldset>
      <div>
        <Button
          disabled={!(isAudienceChanged || isProgrammeChanged) || isSending}
          onClick={() =>
            onSave({
              ...(isAudienceChanged ? { audience: facts, wordsAudience: words } : {}),
              ...(isProgrammeChanged ? { programmeIds: under.map(({ id }) => id) } : {}),
            })
          }
        >
          {t("tidy.save")}
        </Button>
      </div>
    </div>
  );
}

function idsOf(programmes: readonly ChosenProgramme[]): string {
  return programmes
    .map(({ id }) => id)
    .sort()
    .join();
}
