import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { pickName } from "../../../kit/ui/Name";

const DistrictsQuery = graphql(`
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
  onChoose: (districtId: string) => void;
}

/** Choosing one district of the province, or none. */
export function DistrictSelect({ value, onChoose, ...control }: DistrictSelectProps) {
  const { t, language } = useWords();
  const [{ data }] = useQuery({
    query: DistrictsQuery,
    variables: { orderBy: { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } },
  });
  return (
    <select {...control} value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{t("district.none")}</option>
      {data?.districts.nodes.map(({ id, name }) => {
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
