import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { formatDay } from "../../../kit/dates";
import { useWords } from "../../../kit/i18n/words";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";

const PartiesQuery = graphql(`
  query PartiesOfPromise($id: ID!) {
    commitment(id: $id) {
      id
      owedBy {
        id
      }
      owedTo {
        id
      }
    }
  }
`);

const LettersQuery = graphql(`
  query LettersToKnowBy($offices: [ID!]) {
    documents(
      filter: { stakeholderIds: $offices }
      orderBy: { field: DAY, direction: DESC }
      first: 50
    ) {
      nodes {
        id
        day
        subject {
          text
        }
      }
    }
  }
`);

interface LetterChoiceProps {
  /** The promise, whose offices' letters are offered; all letters where it names no office. */
  of: string;
  value: string;
  error: string | undefined;
  onChange: (letter: string) => void;
}

/** A letter or paper that is noted already; nothing where there is none to choose. */
export function LetterChoice({ of: id, value, error, onChange }: LetterChoiceProps) {
  const { t, language } = useWords();
  const [{ data: promise }] = useQuery({ query: PartiesQuery, variables: { id } });
  const parties = [...(promise?.commitment?.owedBy ?? []), ...(promise?.commitment?.owedTo ?? [])];
  const [{ data }] = useQuery({
    query: LettersQuery,
    variables: { offices: parties.length > 0 ? parties.map((office) => office.id) : null },
    pause: !promise,
  });
  const letters = data?.documents.nodes ?? [];
  const chosen = letters.find((letter) => letter.id === value);
  if (letters.length === 0) return null;
  return (
    <Field label={t("evidence.letter")} error={error}>
      {(control) => (
        <select
          {...control}
          dir={chosen && directionOf(chosen.subject.text)}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t("evidence.noLetter")}</option>
          {letters.map(({ id, day, subject }) => (
            <option key={id} value={id}>
              {`${subject.text} · ${formatDay(day, language)}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
