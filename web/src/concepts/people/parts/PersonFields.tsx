import type { useSave } from "../../../kit/form/useSave";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { Icon } from "../../../kit/ui/Icon";
import { NameFields } from "../../../kit/ui/NameFields";
import type { PersonDraft } from "../personDraft";
import { nextPhone, PHONE_KINDS, type PhoneLine } from "../phoneNumbers";
import styles from "./PersonFields.module.css";

const EXAMPLE = "0300 1234567";

interface PersonFieldsProps {
  draft: PersonDraft;
  set: (change: Partial<PersonDraft>) => void;
  of: Pick<ReturnType<typeof useSave>, "errorAt" | "errorOf" | "forget">;
}

/** What somebody is called, and how to reach her. */
export function PersonFields({ draft, set, of }: PersonFieldsProps) {
  const { t } = useWords();
  const setPhones = (phones: readonly PhoneLine[]) => {
    of.forget("phones");
    set({ phones });
  };
  const setLine = (at: number, change: Partial<PhoneLine>) =>
    setPhones(draft.phones.map((line, index) => (index === at ? { ...line, ...change } : line)));
  return (
    <>
      <NameFields
        labels={{ en: "officeForm.en", ur: "officeForm.ur" }}
        hint="officeForm.nameHint"
        name={draft}
        errors={{
          en: of.errorAt("name", "en") ?? of.errorOf("name"),
          ur: of.errorAt("name", "ur"),
        }}
        onChange={(name) => {
          of.forget("name");
          set(name);
        }}
      />
      <Fieldset
        legend={t("holder.phones")}
        hint={
          <Sentence id="holder.phoneHint" values={{ example: <bdi dir="ltr">{EXAMPLE}</bdi> }} />
        }
        error={of.errorOf("phones")}
      >
        <div className={styles.lines}>
          {draft.phones.map(({ number, kind }, at) => (
            <div key={at} className={styles.line}>
              <Field label={t("holder.number")} error={of.errorAt("phones", String(at))}>
                {(control) => (
                  <input
                    {...control}
                    type="tel"
                    dir="ltr"
                    autoComplete="off"
                    value={number}
                    onChange={({ target }) => setLine(at, { number: target.value })}
                  />
                )}
              </Field>
              <Field label={t("holder.whose")}>
                {(control) => (
                  <select
                    {...control}
                    value={kind}
                    onChange={({ target }) =>
                      setLine(at, {
                        kind: PHONE_KINDS.find((one) => one === target.value) ?? "OWN",
                      })
                    }
                  >
                    {PHONE_KINDS.map((one) => (
                      <option key={one} value={one}>
                        {t(`phoneOf.${one}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
          ))}
        </div>
        <div className={styles.more}>
          <Button
            weight="quiet"
            onClick={() => setPhones([...draft.phones, nextPhone(draft.phones)])}
          >
            <Icon name="add" /> {t("holder.addNumber")}
          </Button>
        </div>
      </Fieldset>
    </>
  );
}
