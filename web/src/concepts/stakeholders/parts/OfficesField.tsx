import { useState } from "react";
import { Chosen } from "../../../kit/ui/Chosen";
import { Field } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import type { Named } from "../../../kit/ui/PickNamed";
import { OfficePicker } from "./OfficePicker";

interface OfficesFieldProps {
  label: string;
  error?: string | undefined;
  of: readonly Named[];
  onChange: (offices: readonly Named[]) => void;
}

/** The offices that were named, and the search for one more. */
export function OfficesField({ label, error, of, onChange }: OfficesFieldProps) {
  const [search, setSearch] = useState("");
  return (
    <Field label={label} error={error}>
      {(control) => (
        <>
          <Chosen
            items={of.map(({ id, name }) => ({ key: id, content: <Names of={name} /> }))}
            onRemove={(id) => onChange(of.filter((office) => office.id !== id))}
          />
          <OfficePicker
            control={control}
            search={search}
            onSearch={setSearch}
            onPick={({ stakeholderId, name }) => {
              setSearch("");
              if (of.some(({ id }) => id === stakeholderId)) return;
              onChange([...of, { id: stakeholderId, name }]);
            }}
          />
        </>
      )}
    </Field>
  );
}
