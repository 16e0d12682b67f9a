import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { type Named, PickNamed } from "../../../kit/ui/PickNamed";

const ProgrammesQuery = graphql(`
  query ProgrammesToChoose($orderBy: NameOrder!) {
    programmes(orderBy: $orderBy, first: 100) {
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

interface ProgrammeFieldProps {
  hint?: string;
  error: string | undefined;
  value: readonly Named[];
  onChange: (programmes: Named[]) => void;
}

/** Under which programmes something is, mostly one. Nothing is asked where there is none to choose. */
export function ProgrammeField({ hint, error, value, onChange }: ProgrammeFieldProps) {
  const { t, language } = useWords();
  const [{ data }] = useQuery({
    query: ProgrammesQuery,
    variables: { orderBy: { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } },
  });
  return (
    <PickNamed
      label={t("meeting.programmes")}
      hint={hint}
      error={error}
      prompt={t(value.length > 0 ? "programme.another" : "programme.none")}
      of={data?.programmes.nodes ?? []}
      value={value}
      onChange={onChange}
    />
  );
}
