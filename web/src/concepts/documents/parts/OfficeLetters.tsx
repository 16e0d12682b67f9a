import { type FragmentType, graphql, unmask } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Section } from "../../../kit/ui/Page";
import type { Named } from "../../../kit/ui/PickNamed";
import { Empty } from "../../../kit/ui/State";
import { LetterRow } from "./LetterRow";
import { NoteLetter } from "./NoteLetter";

const OfficeLetters_documents = graphql(`
  fragment OfficeLetters_documents on DocumentConnection {
    nodes {
      id
      ...LetterRow_document
    }
  }
`);

interface OfficeLettersProps {
  office: Named;
  documents: FragmentType<typeof OfficeLetters_documents>;
  /** Whether she may note one. */
  may: boolean;
}

/** The last letters between an office and us, the newest first, and the way to all of them. */
export function OfficeLetters({ office, documents, may }: OfficeLettersProps) {
  const { t } = useWords();
  const { nodes } = unmask(OfficeLetters_documents, documents);
  if (nodes.length === 0 && !may) return null;
  return (
    <Section title={t("letter.title")}>
      {nodes.length === 0 ? <Empty>{t("letter.none")}</Empty> : null}
      <ul>
        {nodes.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </ul>
      {nodes.length > 0 ? (
        <div>
          <ButtonLink weight="quiet" href={`/letters?office=${office.id}`}>
            {t("office.allLetters")}
          </ButtonLink>
        </div>
      ) : null}
      {may ? (
        <div>
          <NoteLetter offices={[office]} />
        </div>
      ) : null}
    </Section>
  );
}
