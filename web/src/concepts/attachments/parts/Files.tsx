import type { FragmentType } from "../../../gql";
import type { Audience } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { Section } from "../../../kit/ui/Page";
import type { On } from "../whoOpens";
import { AddFile } from "./AddFile";
import { FileRow, type FileRow_attachment } from "./FileRow";

interface FilesProps {
  /** What they hang on. */
  of: {
    id: string;
    audience: Audience;
    wordsAudience: Audience;
    attachments: readonly ({
      id: string;
      archivedOn: string | null;
    } & FragmentType<typeof FileRow_attachment>)[];
  };
  on: On;
  /** Whether she may add one. */
  may: boolean;
  /** When there may be more of them than the page shows. */
  onKnown: () => void;
}

/** The photos and files on a page, and the way to add one. */
export function Files({ of, on, may, onKnown }: FilesProps) {
  const { t } = useWords();
  const files = of.attachments.filter(({ archivedOn }) => !archivedOn);
  if (files.length === 0 && !may) return null;
  return (
    <Section title={t("file.title")}>
      {files.length > 0 ? (
        <ul>
          {files.map((file) => (
            <FileRow key={file.id} file={file} on={on} />
          ))}
        </ul>
      ) : null}
      {may ? <AddFile of={of} on={on} onKnown={onKnown} /> : null}
    </Section>
  );
}
