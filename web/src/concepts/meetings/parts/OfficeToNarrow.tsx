import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Chosen } from "../../../kit/ui/Chosen";
import { Field } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import { OfficePicker } from "../../stakeholders/parts/OfficePicker";

const OfficeToNarrowQuery = graphql(`
  query OfficeToNarrow($id: ID!) {
    stakeholder(id: $id) {
      id
      name {
        en
        ur
      }
    }
  }
`);

interface OfficeToNarrowProps {
  id: string | null;
  onChange: (id: string | null) => void;
}

/** The one office to whose meetings a list is narrowed, or the search for it. */
export function OfficeToNarrow({ id, onChange }: OfficeToNarrowProps) {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const [{ data }] = useQuery({
    query: OfficeToNarrowQuery,
    variables: { id: id ?? "" },
    pause: id === null,
  });
  const office = data?.stakeholder?.id === id ? data?.stakeholder : null;
  return (
    <Field label={t("form.with")}>
      {(control) =>
        id === null ? (
          <OfficePicker
            control={control}
            search={search}
            onSearch={setSearch}
            onPick={({ stakeholderId }) => {
              setSearch("");
              onChange(stakeholderId);
            }}
          />
        ) : (
          <Chosen
            items={[{ key: id, content: office ? <Names of={office.name} /> : t("office.title") }]}
            onRemove={() => onChange(null)}
          />
        )
      }
    </Field>
  );
}
