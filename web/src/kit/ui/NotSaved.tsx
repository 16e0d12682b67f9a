import { useSyncExternalStore } from "react";
import { useConnection } from "../graphql/client";
import { type MessageKey, useWords } from "../i18n/words";
import { Notice } from "./State";

/** What is left to be said of a write without an answer once the network is back. */
const WHEN_BACK: Partial<Record<MessageKey, MessageKey>> = {
  "mend.offline": "mend.back",
  "change.offline": "change.unsure",
};

/** Why a write is not done. She is not told to look after the network when it is there again. */
export function NotSaved({ why }: { why: MessageKey }) {
  const { t } = useWords();
  const { reading } = useConnection();
  const { isAway } = useSyncExternalStore(reading.subscribe, reading.away);
  const back = isAway ? undefined : WHEN_BACK[why];
  return <Notice tone={back ? "plain" : "bad"}>{t(back ?? why)}</Notice>;
}
