import { enumKey, useWords } from "../../../kit/i18n/words";
import type { ControlProps } from "../../../kit/ui/Field";
import { Listed } from "../../../kit/ui/Listed";
import { type BothNames, Name } from "../../../kit/ui/Name";
import { Picker } from "../../../kit/ui/Picker";
import { useOfficeSearch } from "../useOfficeSearch";

export interface PickedOffice {
  stakeholderId: string;
  name: BothNames;
  districtId: string | null;
}

interface OfficePickerProps {
  control: ControlProps;
  search: string;
  onSearch: (search: string) => void;
  onPick: (office: PickedOffice) => void;
  /** Given where a name that the record does not have may stand as text. */
  onText?: (text: string) => void;
  /** Whether a name that finds nothing is looked for by its words as well. */
  isNearOffered?: boolean;
}

/** Finding an office by a few letters of its name. */
export function OfficePicker({
  control,
  search,
  onSearch,
  onPick,
  onText,
  isNearOffered = false,
}: OfficePickerProps) {
  const { t } = useWords();
  const { found, hasMore, isSettled, isNear, isUnreachable } = useOfficeSearch(
    search.trim(),
    isNearOffered,
  );
  const isNone = isSettled && found.length === 0;
  const none = isNone ? t(isUnreachable ? "picker.unreachable" : "picker.none") : null;
  return (
    <Picker
      control={control}
      placeholder={t("picker.prompt")}
      search={search}
      onSearch={onSearch}
      label={t("picker.found")}
      found={found}
      about={({ category, districts }) => (
        <>
          {t(enumKey("category", category, "category.OTHER"))}
          {districts.length > 0 ? " · " : null}
          <Listed of={districts.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))} />
        </>
      )}
      onPick={({ id, name, districts }) =>
        onPick({ stakeholderId: id, name, districtId: districts[0]?.id ?? null })
      }
      only={isSettled && !isNear && found.length === 1 ? found[0] : undefined}
      head={isNear && found.length > 0 ? t("picker.near") : null}
      foot={hasMore ? t("picker.more") : none}
      asText={isSettled && onText ? { word: "picker.asText", take: onText } : null}
    />
  );
}
