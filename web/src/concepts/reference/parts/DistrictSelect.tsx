import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { type BothNames, pickName } from "../../../kit/ui/Name";

export const DistrictsQuery = graphql(`
  query DistrictsToChoose($orderBy: NameOrder!) {
    districts(orderBy: $orderBy, first: 100) {
      nodes {
        id
        name {
          en
          ur
        }
      }
    }
  }
`);

interface DistrictSelectProps {
  id: string;
  className: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
  value: string;
  /** What stands there while none is chosen. */
  prompt?: string;
  /** Those that are not offered, because they are there already. */
  without?: readonly string[];
  onChoose: (districtId: string, name: BothNames | null) => void;
}

/** Choosing one district of the province, or none. */
export function DistrictSelect({
  value,
  prompt,
  without,
  onChoose,
  ...control
}: DistrictSelectProps) {
  const { t, language } = useWords();
  const [{ data }] = useQuery({
    query: DistrictsQuery,
    variables: { orderBy: { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } },
  });
  const districts = data?.districts.nodes.filter(({ id }) => !without?.includes(id)) ?? [];
  return (
    <select
      {...control}
      value={value}
      onChange={({ target }) =>
        onChoose(target.value, districts.find(({ id }) => id === target.value)?.name ?? null)
      }
    >
      <option value="">{prompt ?? t("district.none")}</option>
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
