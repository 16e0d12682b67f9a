import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../../gql";
import { outcomeOf } from "../../../kit/graphql/outcome";
import { requestIds } from "../../../kit/graphql/requestIds";
import { enumKey, type MessageKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Sheet } from "../../../kit/ui/Sheet";
import { Notice } from "../../../kit/ui/State";
import { isCoordinator, isRecordedBy, type Recorded, useViewer } from "../../../kit/viewer";
import styles from "./WithdrawWords.module.css";

const WithdrawWordsMutation = graphql(`
  mutation WithdrawWords($input: WithdrawWordsInput!) {
    withdrawWords(input: $input) {
      record {
        id
        ... on Meeting {
          version
          said {
            text
            language
          }
          saidAbsence
          wordsWithdrawnAt
        }
        ... on Attachment {
          version
          name
          size
          url
          wordsWithdrawnAt
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** How it is said of what is taken back. */
const WORDS = {
  meeting: {
    act: "withdraw.act",
    title: "withdraw.title",
    gone: "withdraw.gone",
    stays: "withdraw.stays",
  },
  file: {
    act: "withdraw.file",
    title: "withdraw.fileTitle",
    gone: "withdraw.fileGone",
    stays: "withdraw.fileStays",
  },
} satisfies Record<string, Record<string, MessageKey>>;

/** Whether they are her words. What somebody writes down for her are hers, and not his. */
function areHers(viewer: ReturnType<typeof useViewer>, record: Recorded): boolean {
  if (viewer.actingFor !== null) return false;
  if (!isCoordinator(viewer)) return isRecordedBy(viewer, record);
  return record.recordedFor === null && record.recordedBy?.id === viewer.person?.id;
}

interface WithdrawWordsProps {
  of: keyof typeof WORDS;
  record: Recorded & { id: string; version: string };
  /** Whether files hang on it, which may show the same words and stay. */
  hasFiles?: boolean;
}

/**
 * For who wrote what was said, or added a file: the way to take it back for good. It cannot be undone, so
 * it is the one place that asks before it acts.
 */
export function WithdrawWords({ of, record, hasFiles = false }: WithdrawWordsProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failed, setFailed] = useState<MessageKey | null>(null);
  if (!areHers(viewer, record)) return null;

  const withdraw = async () => {
    setSending(true);
    setFailed(null);
    const change = { id: record.id, expectedVersion: record.version };
    const input = { requestId: requestIdFor(change), ...change };
    const answer = await client.mutation(WithdrawWordsMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.withdrawWords);
    setSending(false);
    if (outcome.kind === "done") setOpen(false);
    else if (outcome.kind === "refused") {
      setFailed(enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID"));
    } else setFailed(`change.${outcome.kind}`);
  };

  const { act, title, gone, stays } = WORDS[of];
  return (
    <div className={styles.withdraw}>
      <Button weight="quiet" onClick={() => setOpen(true)}>
        {t(act)}
      </Button>
      {isOpen ? (
        <Sheet title={t(title)} onClose={() => setOpen(false)} isHeld={isSending}>
          <div className={styles.terms}>
            <p>{t(gone)}</p>
            <p>{t(stays)}</p>
            {hasFiles ? <p>{t("withdraw.filesStay")}</p> : null}
            <p>{t("withdraw.backups")}</p>
            {failed ? <Notice tone="bad">{t(failed)}</Notice> : null}
            <div>
              <Button onClick={withdraw} disabled={isSending}>
                {t("withdraw.confirm")}
              </Button>
            </div>
          </div>
        </Sheet>
      ) : null}
    </div>
  );
}
