import { useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Fieldset } from "../../../kit/ui/Field";
import { DistrictsField } from "../../reference/parts/DistrictsField";
import type { OfficeDraft } from "../officeDraft";

interface OfficePlacesProps {
  draft: OfficeDraft;
  set: (change: Partial<OfficeDraft>) => void;
  error: string | undefined;
}

/** Where it works: in the whole province, or in districts. */
export function OfficePlaces({ draft, set, error }: OfficePlacesProps) {
  const { t } = useWords();
  const { districts, isProvinceWide } = draft;
  return (
    <Fieldset legend={t("officeForm.where")}>
      <Choice
        label={t("officeForm.where")}
        value={isProvinceWide ? "province" : "districts"}
        onChange={(value) => set({ isProvinceWide: value === "province" })}
        options={[
          { value: "districts", label: t("officeForm.inDistricts") },
          { value: "province", label: t("officeForm.provinceWide") },
        ]}
      />
      {isProvinceWide ? null : (
        <DistrictsField
          label={t("form.district")}
          error={error}
          value={districts}
          onChange={(chosen) => set({ districts: chosen })}
        />
      )}
    </Fieldset>
  );
}
