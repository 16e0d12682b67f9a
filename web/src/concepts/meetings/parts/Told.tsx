import { useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Field } from "../../../kit/ui/Field";
import { MemberSelect } from "../../members/parts/MemberSelect";
import { toldBy } from "../draft";
import type { FormProps } from "./FormProps";
import styles from "./Told.module.css";

/** For the coordinator: whether she was there herself, or writes down what a member told her. */
export function Told({ draft, change, errorAt }: FormProps) {
  const { t } = useWords();
  const { told } = draft;
  return (
    <div className={styles.told}>
      <Field label={t("told.who")} hint={t("told.hint")} error={errorAt("source")}>
        {(control) => (
          <MemberSelect
            {...control}
            prompt={t("told.nobody")}
            value={told?.memberId ?? ""}
            without={[]}
            onChoose={(member) =>
              change(toldBy(draft, member && { ...member, channel: told?.channel ?? "PHONE" }))
            }
          />
        )}
      </Field>
      {told ? (
        <Choice
          label={t("told.how")}
          value={told.channel}
          onChange={(channel) => change({ ...draft, told: { ...told, channel } })}
          options={[
            { value: "PHONE", label: t("told.PHONE") },
            { value: "MESSAGE", label: t("told.MESSAGE") },
            { value: "IN_PERSON", label: t("told.IN_PERSON") },
          ]}
        />
      ) : null}
    </div>
  );
}
