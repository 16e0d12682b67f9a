import { useState } from "react";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Field } from "../../../kit/ui/Field";
import { Isolated } from "../../../kit/ui/Isolated";
import { Name } from "../../../kit/ui/Name";
import { NewOfficeSheet } from "../../stakeholders/parts/NewOfficeSheet";
import { OfficePicker, type PickedOffice } from "../../stakeholders/parts/OfficePicker";

interface MatchOfficeProps {
  text: string;
  /** True when it took effect. */
  onMatch: (office: PickedOffice) => Promise<boolean>;
}

/** Which office of the record a written name means: those that it finds, or else near ones. */
export function MatchOffice({ text, onMatch }: MatchOfficeProps) {
  const { t } = useWords();
  const [search, setSearch] = useState(text);
  const [isAdding, setAdding] = useState(false);
  // Kept until the name is matched to it, or it would be added a second time.
  const [added, setAdded] = useState<PickedOffice | null>(null);
  const [isMatching, setMatching] = useState(false);
  const match = async (office: PickedOffice) => {
    setMatching(true);
    await onMatch(office);
    setMatching(false);
  };
  return (
    <>
      <Field
        label={<Sentence id="tidy.match" values={{ text: <Isolated>{text}</Isolated> }} />}
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
      {added && !isMatching ? (
        <p role="status">
          <Sentence
            id="match.added"
            values={{ office: <Name of={added.name} />, text: <Isolated>{text}</Isolated> }}
          />
        </p>
      ) : null}
      <div>
        {added ? (
          <Button disabled={isMatching} onClick={() => match(added)}>
            <span>
              <Sentence id="match.toAdded" values={{ office: <Name of={added.name} /> }} />
            </span>
          </Button>
        ) : (
          <Button onClick={() => setAdding(true)}>
            <span>
              <Sentence id="match.asNew" values={{ text: <Isolated>{text}</Isolated> }} />
            </span>
          </Button>
        )}
      </div>
      {isAdding ? (
        <NewOfficeSheet
          text={text}
          onClose={() => setAdding(false)}
          onAdded={(office) => {
            setAdding(false);
            setAdded(office);
            void match(office);
          }}
        />
      ) : null}
    </>
  );
}
