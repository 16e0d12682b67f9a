import type { Audience } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Fieldset } from "../../../kit/ui/Field";
import { narrower, within } from "../whoSees";
import type { FormProps } from "./FormProps";
import { WhatDonorsSee } from "./WhatDonorsSee";

interface AudienceFieldsProps extends Pick<FormProps, "errorAt"> {
  audience: Audience;
  wordsAudience: Audience;
  /** The most to whom she may open it. */
  widest: Audience;
  /** The same for its words. */
  widestWords: Audience;
  hasProgramme: boolean;
  onChange: (audiences: { audience: Audience; wordsAudience: Audience }) => void;
}

/** Who sees that they met, and who reads what was said: the second never more than the first. */
export function AudienceFields({
  audience,
  wordsAudience,
  widest,
  widestWords,
  hasProgramme,
  errorAt,
  onChange,
}: AudienceFieldsProps) {
  const { t } = useWords();
  const options = (most: Audience) =>
    within(most).map((value) => ({ value, label: t(`audience.${value}`) }));
  return (
    <>
      <Fieldset legend={t("tidy.facts")} error={errorAt("audience")}>
        <Choice
          label={t("tidy.facts")}
          value={audience}
          options={options(widest)}
          onChange={(facts) =>
            onChange({ audience: facts, wordsAudience: narrower(facts, wordsAudience) })
          }
        />
        {widest === "PARTNERS" ? (
          <WhatDonorsSee facts={audience} words={wordsAudience} hasProgramme={hasProgramme} />
        ) : null}
      </Fieldset>
      <Fieldset legend={t("tidy.words")} error={errorAt("wordsAudience")}>
        <Choice
          label={t("tidy.words")}
          value={wordsAudience}
          options={options(narrower(audience, widestWords))}
          onChange={(words) => onChange({ audience, wordsAudience: words })}
        />
      </Fieldset>
    </>
  );
}
