import { useWords } from "../../../kit/i18n/words";
import { Chosen } from "../../../kit/ui/Chosen";
import { Field } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import { MemberSelect } from "../../members/parts/MemberSelect";
import { newMember } from "../draft";
import type { FormProps } from "./FormProps";

export function WhoOfUs({ draft, change, errorAt }: FormProps) {
  const { t } = useWords();
  return (
    <Field label={t("form.whoOfUs")} error={errorAt("attendees")}>
      {(control) => (
        <div>
          <Chosen
            items={draft.members.map(({ id, name }) => ({ key: id, content: <Names of={name} /> }))}
            onRemove={(key) =>
              change({ ...draft, members: draft.members.filter(({ id }) => id !== key) })
            }
          />
          <MemberSelect
            {...control}
            prompt={t(draft.members.length > 0 ? "form.addMember" : "form.chooseMember")}
            value=""
            without={draft.members.map(({ memberId }) => memberId)}
            onChoose={(member) => {
              if (!member) return;
              const { memberId, name } = member;
              change({ ...draft, members: [...draft.members, newMember({ memberId, name })] });
            }}
          />
        </div>
      )}
    </Field>
  );
}
