import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { pickName } from "../../../kit/ui/Name";
import { useDistricts } from "../useDistricts";

interface DistrictSelectProps {
  id: string;
  className: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
  value: string;
  /** What it is called to choose none. */
  none?: MessageKey;
  onChoose: (districtId: string) => void;
}

/** Choosing one district of the province, or none. */
export function DistrictSelect({
  value,
  none = "district.none",
  onChoose,
  ...control
}: DistrictSelectProps) {
  const { t, language } = useWords();
  const districts = useDistricts();
  return (
    <select {...control} value={value} onChange={({ target }) => onChoose(target.value)}>
      <option value="">{t(none)}</option>
      {districts.map(({ id, name }) => {
        const shown = pickName(name, language);
        return (
          <option key={id} value={id} lang={shown.language}>
            {shown.text}
          </option>
        );
      })}
    </select>
  );
}
