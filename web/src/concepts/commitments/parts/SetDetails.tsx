import { type FormEvent, useState } from "react";
import type { FragmentType } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Chosen } from "../../../kit/ui/Chosen";
import { Field } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import { NotSaved } from "../../../kit/ui/NotSaved";
import { Sheet } from "../../../kit/ui/Sheet";
import { saveWord } from "../../meetings/saveWord";
import { PersonPicker } from "../../people/parts/PersonPicker";
import { OfficesField } from "../../stakeholders/parts/OfficesField";
import { type Details, sidesOf } from "../details";
import { type Details_commitment, useDetails } from "../useDetails";
import styles from "./AdvanceSheet.module.css";
import { KindSelect } from "./KindSelect";

/** The way to say of what sort a promise is, who said it, and which offices it binds. */
export function SetDetails({
  commitment,
}: {
  commitment: FragmentType<typeof Details_commitment>;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const details = useDetails(commitment);
  const { written, direction, state, write } = details;
  const open = () => {
    details.begin();
    setOpen(true);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await details.save()) setOpen(false);
  };
  return (
    <div>
      <Button onClick={open}>{t("promise.details")}</Button>
      {isOpen ? (
        <Sheet title={t("promise.details")} onClose={() => setOpen(false)}>
          <form className={styles.form} onSubmit={submit} noValidate>
            <KindSelect
              value={written.kind}
              prompt="promise.noKind"
              onChange={(kind) => write({ kind })}
            />
            <SaidBy of={written.saidBy} onChange={(saidBy) => write({ saidBy })} />
            {sidesOf(direction).map((side) => (
              <OfficesField
                key={side}
                label={t(`promise.${side}`)}
                of={written[side]}
                onChange={(offices) => write({ [side]: offices })}
              />
            ))}
            <div className={styles.foot}>
              {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
              <Button type="submit" weight="main">
                {t(saveWord(state.kind))}
              </Button>
            </div>
          </form>
        </Sheet>
      ) : null}
    </div>
  );
}

interface SaidByProps {
  of: Details["saidBy"];
  onChange: (person: Details["saidBy"]) => void;
}

/** Who said it, or the search for her among those whom the record has. */
function SaidBy({ of, onChange }: SaidByProps) {
  const { t } = useWords();
  const label = t("promise.saidBy");
  if (!of) return <PersonPicker label={label} onPick={onChange} />;
  return (
    <Field label={label}>
      {() => (
        <Chosen
          items={[{ key: of.id, content: <Names of={of.name} /> }]}
          onRemove={() => onChange(null)}
        />
      )}
    </Field>
  );
}
