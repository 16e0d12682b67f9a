import { useState } from "react";
import { useClient, useQuery } from "urql";
import { graphql } from "../../../gql";
import type { Audience, LettersToKnowByQuery } from "../../../gql/graphql";
import { formatDay } from "../../../kit/dates";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { directionOf } from "../../../kit/ui/direction";
import { Field } from "../../../kit/ui/Field";
import { ReadFailed } from "../../../kit/ui/State";
import { isCoordinator, isRecordedBy, useViewer } from "../../../kit/viewer";

const LettersQuery = graphql(`
  query LettersToKnowBy($offices: [ID!], $after: String) {
    documents(
      filter: { stakeholderIds: $offices }
      orderBy: { field: DAY, direction: DESC }
      first: 50
      after: $after
    ) {
      nodes {
        id
        day
        audience
        subject {
          text
        }
        recordedBy {
          id
        }
        recordedFor {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface LetterChoiceProps {
  /** The offices whose letters are offered; all letters where none is named. */
  offices: readonly string[];
  /** Whether only those are offered that are hers to add to. */
  isHers?: boolean;
  label: MessageKey;
  value: string;
  error: string | undefined;
  /** Which, and who sees it. */
  onChange: (letter: string, audience?: Audience) => void;
}

/** A letter or paper that is noted already, the newest first; nothing where there is none to choose. */
export function LetterChoice({
  offices,
  isHers = false,
  label,
  value,
  error,
  onChange,
}: LetterChoiceProps) {
  const { t, language } = useWords();
  const viewer = useViewer();
  const { all, more, isFailed } = useLetters(offices);
  const isOffered = (letter: Letter) =>
    !isHers || isCoordinator(viewer) || isRecordedBy(viewer, letter);
  const letters = all.filter(isOffered);
  const chosen = letters.find((letter) => letter.id === value);
  if (letters.length === 0 && !more) return null;
  return (
    <>
      <Field label={t(label)} error={error}>
        {(control) => (
          <select
            {...control}
            dir={chosen && directionOf(chosen.subject.text)}
            value={value}
            onChange={({ target }) =>
              onChange(target.value, letters.find(({ id }) => id === target.value)?.audience)
            }
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
      {isFailed && more ? <ReadFailed retry={more} /> : null}
      {more && !isFailed ? (
        <div>
          <Button weight="quiet" onClick={more}>
            {t("evidence.earlier")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

type Page = LettersToKnowByQuery["documents"];
type Letter = Page["nodes"][number];

/** The last letters of some offices, and the way to have earlier ones too; null where these are all. */
function useLetters(offices: readonly string[]) {
  const client = useClient();
  const asked = { offices: offices.length > 0 ? [...offices] : null };
  const [{ data }] = useQuery({ query: LettersQuery, variables: { ...asked, after: null } });
  const [further, setFurther] = useState<readonly Page[]>([]);
  const [isFailed, setFailed] = useState(false);
  const pages = [...(data ? [data.documents] : []), ...further];
  const end = pages.at(-1)?.pageInfo;
  const more = async () => {
    const after = end?.endCursor ?? null;
    const answer = await client.query(LettersQuery, { ...asked, after }).toPromise();
    setFailed(!answer.data);
    const page = answer.data?.documents;
    if (page) setFurther((before) => [...before, page]);
  };
  return {
    all: pages.flatMap(({ nodes }) => nodes),
    more: end?.hasNextPage ? more : null,
    isFailed,
  };
}
