import { useWords } from "../../../kit/i18n/words";
import { Chosen } from "../../../kit/ui/Chosen";
import { Field } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import { OfficePicker } from "../../stakeholders/parts/OfficePicker";
import { newOffice, officeByText } from "../draft";
import { SEARCH } from "../problems";
import type { FormProps } from "./FormProps";
import { LeftInSearch } from "./LeftInSearch";
import { RecentOffices } from "./RecentOffices";

interface WithWhomProps extends FormProps {
  /** What there is to know of it before she answers. */
  hint?: string | undefined;
}

/** The one question that has to be answered: an office, several, or a name as she would say it. */
export function WithWhom({ draft, change, errorAt, hint }: WithWhomProps) {
  const { t } = useWords();
  const add = (office: (typeof draft.offices)[number]) => {
    const isThere = draft.offices.some(
      ({ stakeholderId }) => stakeholderId !== null && stakeholderId === office.stakeholderId,
    );
    change({ ...draft, search: "", offices: isThere ? draft.offices : [...draft.offices, office] });
  };
  return (
    <Field
      label={t("form.with")}
      hint={hint ?? (draft.offices.length === 0 ? t("form.withHint") : undefined)}
      error={errorAt("with")}
    >
      {(control) => (
        <div>
          <Chosen
            items={draft.offices.map(({ id, stakeholderId, name }) => ({
              key: id,
              content: <Names of={name} />,
              note: stakeholderId ? null : t("meeting.unmatched"),
              error: errorAt(id),
            }))}
            onRemove={(key) =>
              change({ ...draft, offices: draft.offices.filter(({ id }) => id !== key) })
            }
          />
          <OfficePicker
            control={{
              ...control,
              "aria-invalid": control["aria-invalid"] || errorAt(SEARCH) ? true : undefined,
            }}
            search={draft.search}
            onSearch={(search) => change({ ...draft, search })}
            onPick={(office) => add(newOffice(office))}
            onText={(text) => add(officeByText(text))}
          />
          {errorAt(SEARCH) ? (
            <LeftInSearch
              text={draft.search.trim()}
              onAdd={(text) => add(officeByText(text))}
              onLeaveOut={() => change({ ...draft, search: "" })}
            />
          ) : null}
          {draft.offices.length === 0 && !draft.search ? (
            <RecentOffices onPick={(office) => add(newOffice(office))} />
          ) : null}
        </div>
      )}
    </Field>
  );
}
