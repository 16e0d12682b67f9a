import { useState } from "react";
import type { Audience } from "../../../gql/graphql";
import { SheetForm } from "../../../kit/form/SheetForm";
import { useSave } from "../../../kit/form/useSave";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Fieldset } from "../../../kit/ui/Field";
import { FileButton } from "../../../kit/ui/FileButton";
import { Isolated } from "../../../kit/ui/Isolated";
import { Sheet } from "../../../kit/ui/Sheet";
import { useTell } from "../../../kit/ui/UndoBar";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { ACCEPT, nameOf, wrongWith } from "../kinds";
import { useSendFile } from "../useSendFile";
import { type On, opensWord, whoMayOpen } from "../whoOpens";
import styles from "./SendSheet.module.css";
import { Size } from "./Size";

const FIELDS = ["file", "name", "wordsAudience"];

interface SendSheetProps {
  id: string;
  file: File;
  of: { id: string; audience: Audience; wordsAudience: Audience };
  on: On;
  /** Who may open it, where she said so of the file before this one. */
  audience: Audience | null;
  onOther: (file: File, audience: Audience) => void;
  /** Where it is not known what the page lacks, or whether she is signed in still. */
  onKnown: () => void;
  onClose: () => void;
}

/** The file that she chose, what is wrong with it already, who may open it, and how far it has come. */
export function SendSheet(props: SendSheetProps) {
  const { id, file, of, on, audience, onOther, onKnown, onClose } = props;
  const { t } = useWords();
  const viewer = useViewer();
  const tell = useTell();
  const { all, usual } = whoMayOpen(of, isCoordinator(viewer));
  const [wordsAudience, setAudience] = useState(audience ?? usual);
  const { send, progress } = useSendFile(of.id);
  const saving = useSave(async () => {
    const ending = await send({ id, file, wordsAudience });
    if (ending.kind === "failed") onKnown();
    return ending;
  }, FIELDS);
  const isSending = saving.state.kind === "sending";
  const wrong = wrongWith(file);
  const saved = () => {
    tell(t("file.saved"), id);
    onClose();
  };
  return (
    <Sheet title={t("file.add")} onClose={onClose}>
      <SheetForm
        of={saving}
        word={saving.state.kind === "failed" ? "read.retry" : "save"}
        sees="file.sees"
        onSaved={saved}
      >
        <Fieldset
          legend={t("file.chosen")}
          error={
            wrong
              ? t(enumKey("error", wrong, "error.INVALID"))
              : (saving.errorAt("file") ?? saving.errorAt("name"))
          }
        >
          <div className={styles.chosen}>
            <p className={styles.name}>
              <Isolated>{nameOf(file)}</Isolated>
              <span className={styles.size}>
                <Size of={file.size} />
              </span>
            </p>
            {isSending ? null : (
              <FileButton accept={ACCEPT} onChoose={(other) => onOther(other, wordsAudience)}>
                {t("file.other")}
              </FileButton>
            )}
          </div>
          {isSending ? (
            <progress className={styles.progress} aria-label={t("save.sending")} value={progress} />
          ) : null}
        </Fieldset>
        <Fieldset legend={t("file.who")} error={saving.errorAt("wordsAudience")}>
          <Choice
            label={t("file.who")}
            value={wordsAudience}
            options={all.map((value) => ({ value, label: t(opensWord(value, on)) }))}
            onChange={setAudience}
          />
        </Fieldset>
      </SheetForm>
    </Sheet>
  );
}
