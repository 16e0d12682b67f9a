import { useState } from "react";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Field } from "../../../kit/ui/Field";
import { NewOfficeSheet } from "../../stakeholders/parts/NewOfficeSheet";
import { OfficePicker, type PickedOffice } from "../../stakeholders/parts/OfficePicker";

interface MatchOfficeProps {
  text: string;
  onMatch: (office: PickedOffice) => void;
}

/** Which office of the record a written name means: those that it finds, or else near ones. */
export function MatchOffice({ text, onMatch }: MatchOfficeProps) {
  const { t } = useWords();
  const [search, setSearch] = useState(text);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Field
        label={<Sentence id="tidy.match" values={{ text: <bdi>{text}</bdi> }} />}
        hint={t("tidy.matchHint")}
      >
        {(control) => (
          <OfficePicker
            control={control}
            search={search}
            onSearch={setSearch}
            onPick={onMatch}
            isNearOffered
          />
        )}
      </Field>
      <div>
        <Button onClick={() => setAdding(true)}>
          <span>
            <Sentence id="match.asNew" values={{ text: <bdi>{text}</bdi> }} />
          </span>
        </Button>
      </div>
      {isAdding ? (
        <NewOfficeSheet
          text={text}
          onClose={() => setAdding(false)}
          onAdded={(office) => {
            setAdding(false);
            onMatch(office);
          }}
        />
      ) : null}
    </>
  );
}
