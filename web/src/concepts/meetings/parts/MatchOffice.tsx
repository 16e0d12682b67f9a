import { useState } from "react";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Field } from "../../../kit/ui/Field";
import { OfficePicker, type PickedOffice } from "../../stakeholders/parts/OfficePicker";

interface MatchOfficeProps {
  text: string;
  onMatch: (office: PickedOffice) => void;
}

/** Which office of the record a written name means. */
export function MatchOffice({ text, onMatch }: MatchOfficeProps) {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  return (
    <Field
      label={<Sentence id="tidy.match" values={{ text: <bdi>{text}</bdi> }} />}
      hint={t("tidy.matchHint")}
    >
      {(control) => (
        <OfficePicker control={control} search={search} onSearch={setSearch} onPick={onMatch} />
      )}
    </Field>
  );
}
