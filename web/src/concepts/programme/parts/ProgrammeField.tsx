import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Chosen } from "../../../kit/ui/Chosen";
import { Field } from "../../../kit/ui/Field";
import { type BothNames, Names, pickName } from "../../../kit/ui/Name";

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

interface ChosenProgramme {
  id: string;
  name: BothNames;
}

interface ProgrammeFieldProps {
  hint?: string;
  error: string | undefined;
  value: readonly ChosenProgramme[];
  onChange: (programmes: ChosenProgramme[]) => void;
}

/** Under which programmes something is, mostly one. Nothing is asked where there is none to choose. */
export function ProgrammeField({ hint, error, value, onChange }: ProgrammeFieldProps) {
  const { t, language } = useWords();
  const [{ data }] = useQuery({
    query: ProgrammesQuery,
    variables: { orderBy: { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } },
  });
  const programmes = data?.programmes.nodes ?? [];
  const left = programmes.filter(({ id }) => !value.some((chosen) => chosen.id === id));
  if (programmes.length === 0 && value.length === 0) return null;
  return (
    <Field label={t("meeting.programmes")} hint={hint} error={error}>
      {(control) => (
        <div>
          <Chosen
            items={value.map(({ id, name }) => ({ key: id, content: <Names of={name} /> }))}
            onRemove={(key) => onChange(value.filter(({ id }) => id !== key))}
          />
          <select
            {...control}
            value=""
            onChange={({ target }) => {
              const chosen = left.find(({ id }) => id === target.value);
              if (chosen) onChange([...value, { id: chosen.id, name: chosen.name }]);
            }}
          >
            <option value="">{t(value.length > 0 ? "programme.another" : "programme.none")}</option>
            {left.map(({ id, name }) => {
              const shown = pickName(name, language);
              return (
                <option key={id} value={id} lang={shown.language}>
                  {shown.text}
                </option>
              );
            })}
          </select>
        </div>
      )}
    </Field>
  );
}
