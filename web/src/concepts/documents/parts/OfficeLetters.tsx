import { useState } from "react";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Section } from "../../../kit/ui/Page";
import type { Named } from "../../../kit/ui/PickNamed";
import { Empty } from "../../../kit/ui/State";
import { useToday } from "../../../kit/useToday";
import { newLetter } from "../letterDraft";
import { useNoteLetter } from "../useNoteLetter";
import { LetterRow } from "./LetterRow";
import { LetterSheet } from "./LetterSheet";

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

/** The letters between an office and us, the last first. */
export function OfficeLetters({ office, documents, may }: OfficeLettersProps) {
  const { t } = useWords();
  const { nodes } = unmask(OfficeLetters_documents, documents);
  const [isAdding, setAdding] = useState(false);
  if (nodes.length === 0 && !may) return null;
  return (
    <Section title={t("letter.title")}>
      {nodes.length === 0 ? <Empty>{t("letter.none")}</Empty> : null}
      <ul>
        {nodes.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </ul>
      {may ? (
        <div>
          <Button onClick={() => setAdding(true)}>{t("letter.add")}</Button>
        </div>
      ) : null}
      {isAdding ? <NoteLetter office={office} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function NoteLetter({ office, onClose }: { office: Named; onClose: () => void }) {
  const today = useToday();
  const note = useNoteLetter();
  return (
    <LetterSheet
      title="letter.add"
      begun={newLetter(today, [office])}
      send={note}
      sees="letterSees.CAUCUS"
      onClose={onClose}
    />
  );
}
