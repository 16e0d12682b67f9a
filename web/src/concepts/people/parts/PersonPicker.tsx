import { useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Field } from "../../../kit/ui/Field";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { Picker } from "../../../kit/ui/Picker";
import type { ChosenPerson } from "../personDraft";
import { usePeopleSearch } from "../usePeopleSearch";

interface PersonPickerProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  onPick: (person: ChosenPerson) => void;
  /** A name that is to be added; absent where only those are chosen whom the record has. */
  onNew?: (text: string) => void;
}

/** Finding somebody by a few letters of the name, with what she is and where; or adding the name. */
export function PersonPicker({ label, hint, error, onPick, onNew }: PersonPickerProps) {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const { found, hasMore, isSettled, isUnreachable } = usePeopleSearch(search.trim());
  const isNone = isSettled && found.length === 0;
  const none = isNone ? t(isUnreachable ? "holder.unreachable" : "holder.noneFound") : null;
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Picker
          control={control}
          search={search}
          onSearch={setSearch}
          label={t("holder.found")}
          found={found}
          about={({ posts }) => (
            <Listed
              of={posts
                .filter(({ isCurrent }) => isCurrent)
                .map(({ id, title, stakeholder }) => ({
                  key: id,
                  item: (
                    <>
                      <Name of={title} />
                      {stakeholder ? " · " : null}
                      {stakeholder ? <Name of={stakeholder.name} /> : null}
                    </>
                  ),
                }))}
            />
          )}
          onPick={({ id, name }) => onPick({ id, name })}
          foot={hasMore ? t("picker.more") : none}
          asText={isSettled && onNew ? { word: "holder.asNew", take: onNew } : null}
        />
      )}
    </Field>
  );
}
