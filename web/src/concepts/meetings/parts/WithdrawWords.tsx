import { useState } from "react";
import { useClient } from "urql";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { outcomeOf } from "../../../kit/graphql/outcome";
import { requestIds } from "../../../kit/graphql/requestIds";
import { enumKey, type MessageKey, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Sheet } from "../../../kit/ui/Sheet";
import { Notice } from "../../../kit/ui/State";
import { isCoordinator, isRecordedBy, type Recorded, useViewer } from "../../../kit/viewer";
import styles from "./WithdrawWords.module.css";

const WithdrawWords_meeting = graphql(`
  fragment WithdrawWords_meeting on Meeting {
    id
    version
    recordedBy {
      id
    }
    recordedFor {
      id
    }
  }
`);

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
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Whether they are her words. What somebody writes down for her are hers, and not his. */
function areHers(viewer: ReturnType<typeof useViewer>, meeting: Recorded): boolean {
  if (viewer.actingFor !== null) return false;
  if (!isCoordinator(viewer)) return isRecordedBy(viewer, meeting);
  return meeting.recordedFor === null && meeting.recordedBy?.id === viewer.person?.id;
}

/**
 * For who wrote what was said: the way to take it back for good. It cannot be undone, so it is the one
 * place that asks before it acts.
 */
export function WithdrawWords({
  meeting: masked,
}: {
  meeting: FragmentType<typeof WithdrawWords_meeting>;
}) {
  const { t } = useWords();
  const viewer = useViewer();
  const client = useClient();
  const meeting = unmask(WithdrawWords_meeting, masked);
  const [requestIdFor] = useState(requestIds);
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [failed, setFailed] = useState<MessageKey | null>(null);
  if (!areHers(viewer, meeting)) return null;

  const withdraw = async () => {
    setSending(true);
    setFailed(null);
    const change = { id: meeting.id, expectedVersion: meeting.version };
    const input = { requestId: requestIdFor(change), ...change };
    const answer = await client.mutation(WithdrawWordsMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.withdrawWords);
    setSending(false);
    if (outcome.kind === "done") setOpen(false);
    else if (outcome.kind === "refused") {
      setFailed(enumKey("error", outcome.errors[0]?.code ?? "", "error.INVALID"));
    } else setFailed(`change.${outcome.kind}`);
  };

  return (
    <div className={styles.withdraw}>
      <Button weight="quiet" onClick={() => setOpen(true)}>
        {t("withdraw.act")}
      </Button>
      {isOpen ? (
        <Sheet title={t("withdraw.title")} onClose={() => setOpen(false)} isHeld={isSending}>
          <div className={styles.terms}>
            <p>{t("withdraw.gone")}</p>
            <p>{t("withdraw.stays")}</p>
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
