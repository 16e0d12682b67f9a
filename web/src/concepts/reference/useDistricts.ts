import { useQuery } from "urql";
import { graphql } from "../../gql";
import { useWords } from "../../kit/i18n/words";

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

/** The districts of the province by their names in the reader's language, as far as they are read. */
export function useDistricts() {
  const { language } = useWords();
  const [{ data }] = useQuery({
    query: DistrictsQuery,
    variables: { orderBy: { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } },
  });
  return data?.districts.nodes ?? [];
}
