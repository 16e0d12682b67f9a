import { useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Chosen } from "../../../kit/ui/Chosen";
import { Field, Fieldset } from "../../../kit/ui/Field";
import { Names } from "../../../kit/ui/Name";
import { DistrictSelect } from "../../reference/parts/DistrictSelect";
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
        <Field label={t("form.district")} error={error}>
          {(control) => (
            <div>
              <Chosen
                items={districts.map(({ id, name }) => ({
                  key: id,
                  content: <Names of={name} />,
                }))}
                onRemove={(key) => set({ districts: districts.filter(({ id }) => id !== key) })}
              />
              <DistrictSelect
                {...control}
                prompt={t("officeForm.addDistrict")}
                without={districts.map(({ id }) => id)}
                value=""
                onChoose={(id, name) => name && set({ districts: [...districts, { id, name }] })}
              />
            </div>
          )}
        </Field>
      )}
    </Fieldset>
  );
}
