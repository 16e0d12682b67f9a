import { useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Chosen } from "../../../kit/ui/Chosen";
import { Field } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import type { OfficeDraft } from "../officeDraft";
import { OfficePicker } from "./OfficePicker";

interface OfficeParentProps {
  draft: OfficeDraft;
  set: (change: Partial<OfficeDraft>) => void;
  error: string | undefined;
}

/** Of which office it is a part; most stand by themselves. */
export function OfficeParent({ draft, set, error }: OfficeParentProps) {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const { parent } = draft;
  return (
    <Field
      label={t("officeForm.parent")}
      hint={parent ? undefined : t("officeForm.parentHint")}
      error={error}
    >
      {(control) =>
        parent ? (
          <Chosen
            items={[{ key: parent.id, content: <Names of={parent.name} /> }]}
            onRemove={() => set({ parent: null })}
          />
        ) : (
          <OfficePicker
            control={control}
            search={search}
            onSearch={setSearch}
            onPick={({ stakeholderId, name }) => {
              setSearch("");
              set({ parent: { id: stakeholderId, name } });
            }}
          />
        )
      }
    </Field>
  );
}
