import { useWords } from "../../../kit/i18n/words";
import { type Named, PickNamed } from "../../../kit/ui/PickNamed";
import { useDistricts } from "../useDistricts";

interface DistrictsFieldProps {
  label: string;
  error: string | undefined;
  value: readonly Named[];
  onChange: (districts: Named[]) => void;
}

/** Choosing several districts of the province. */
export function DistrictsField(props: DistrictsFieldProps) {
  const { t } = useWords();
  const districts = useDistricts();
  return <PickNamed {...props} prompt={t("district.another")} of={districts} />;
}
