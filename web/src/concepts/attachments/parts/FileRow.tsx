import { type FragmentType, graphql, unmask } from "../../../gql";
import type { FileRow_AttachmentFragment } from "../../../gql/graphql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Moment } from "../../../kit/ui/Day";
import { Isolated } from "../../../kit/ui/Isolated";
import { isCoordinator, isRecordedBy, useViewer } from "../../../kit/viewer";
import { WithdrawWords } from "../../records/parts/WithdrawWords";
import { useTakeOut } from "../../records/useTakeOut";
import { useOpenFile } from "../useOpenFile";
import { type On, opensWord } from "../whoOpens";
import styles from "./FileRow.module.css";
import { Size } from "./Size";

export const FileRow_attachment = graphql(`
  fragment FileRow_attachment on Attachment {
    id
    version
    kind
    name
    size
    url
    wordsAudience
    wordsWithdrawnAt
    recordedBy {
      id
    }
    recordedFor {
      id
    }
  }
`);

interface FileRowProps {
  file: FragmentType<typeof FileRow_attachment>;
  on: On;
}

/** A file on one line: its name, by which it is opened, what it is, how large, and who may open it. */
export function FileRow({ file: masked, on }: FileRowProps) {
  const { t } = useWords();
  const file = unmask(FileRow_attachment, masked);
  const { wordsAudience, size } = file;
  return (
    <li className={styles.row}>
      <FileName of={file} />
      <p className={styles.about}>
        <span>{t(enumKey("fileKind", file.kind, "fileKind.other"))}</span>
        {size === null ? null : <Size of={size} />}
        {file.wordsWithdrawnAt ? null : (
          <span>{t("file.opens", { who: t(opensWord(wordsAudience, on)) })}</span>
        )}
      </p>
      <FileActs of={file} />
    </li>
  );
}

/** It leads to the file where that is for the reader. */
function FileName({ of }: { of: FileRow_AttachmentFragment }) {
  const { t } = useWords();
  const open = useOpenFile();
  const { name, url, wordsWithdrawnAt } = of;
  if (wordsWithdrawnAt) {
    return (
      <p className={styles.closed}>
        <Sentence id="file.withdrawn" values={{ day: <Moment of={wordsWithdrawnAt} /> }} />
      </p>
    );
  }
  if (!name || !url) return <p className={styles.closed}>{t("file.closed")}</p>;
  return (
    <a className={styles.link} href={url} download={name} onClick={open({ name, url })}>
      <Isolated>{name}</Isolated>
    </a>
  );
}

/** The ways to take it away, and to take it back for good, for whoever may. */
function FileActs({ of: file }: { of: FileRow_AttachmentFragment }) {
  const { t } = useWords();
  const viewer = useViewer();
  const takeOut = useTakeOut(file, t("file.takenAway"));
  if (!isCoordinator(viewer) && !isRecordedBy(viewer, file)) return null;
  return (
    <div className={styles.acts}>
      <Button weight="quiet" onClick={takeOut}>
        {t("rows.takeAway")}
      </Button>
      {file.wordsWithdrawnAt ? null : <WithdrawWords of="file" record={file} />}
    </div>
  );
}
