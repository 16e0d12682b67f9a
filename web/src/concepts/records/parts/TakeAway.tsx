import { Link } from "wouter";
import { type MessageKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Notice } from "../../../kit/ui/State";
import { useTell } from "../../../kit/ui/UndoBar";
import { useArchive } from "../useArchive";
import { useTakeOut } from "../useTakeOut";
import styles from "./TakeAway.module.css";

/** How a kind of record is spoken of that is taken away as a whole. */
const WORDS = {
  meeting: {
    act: "meeting.takeAway",
    hint: "meeting.takeAwayHint",
    done: "meeting.takenAway",
  },
  letter: {
    act: "letter.takeAway",
    hint: "letter.takeAwayHint",
    done: "letter.takenAway",
  },
  office: {
    act: "office.takeAway",
    hint: "office.takeAwayHint",
    done: "office.takenAway",
  },
  list: {
    act: "list.takeAway",
    hint: "list.takeAwayHint",
    done: "list.takenAway",
  },
} satisfies Record<string, Record<string, MessageKey>>;

/** What is said of what was taken away; a promise is taken away among the rows of its meeting. */
const SINCE = {
  meeting: "meeting.awaySince",
  letter: "letter.awaySince",
  office: "office.awaySince",
  promise: "promise.awaySince",
  list: "list.awaySince",
} satisfies Record<string, MessageKey>;

interface TakeAwayProps<Kind> {
  kind: Kind;
  record: { id: string; version: string; archivedOn: string | null };
  /** Whether she may take it away and bring it back. */
  may: boolean;
}

/** For whoever may: the way to take a whole record away, and what becomes of what hangs on it. */
export function TakeAway({ kind, record, may }: TakeAwayProps<keyof typeof WORDS>) {
  const { t } = useWords();
  const { act, hint, done } = WORDS[kind];
  const takeOut = useTakeOut(record, t(done));
  if (record.archivedOn || !may) return null;
  return (
    <div className={styles.away}>
      <p className={styles.hint}>{t(hint)}</p>
      <Button onClick={takeOut}>{t(act)}</Button>
    </div>
  );
}

interface TakenAwayProps extends TakeAwayProps<keyof typeof SINCE> {
  /** The address of what it hangs on that was taken away, without which it cannot come back. */
  along?: { of: "meeting" | "letter"; href: string } | null;
}

/** At the head of a record that was taken away: since when, and the way back. */
export function TakenAway({ kind, record, may, along = null }: TakenAwayProps) {
  const { t } = useWords();
  const tell = useTell();
  const { restore } = useArchive();
  const { id, version, archivedOn } = record;
  if (!archivedOn) return null;
  const bringBack = async () => {
    const outcome = await restore(id, version);
    if (outcome.kind === "offline" || outcome.kind === "unsure") tell(t("rows.notBack"), id);
    if (outcome.kind === "refused") tell(t("rows.backRefused"), id);
    if (outcome.kind === "failed") tell(t("change.failed"), id);
  };
  return (
    <Notice tone="plain">
      <p>
        <Sentence id={SINCE[kind]} values={{ day: <Day of={archivedOn} /> }} />
      </p>
      {along ? (
        <p>
          {t(`record.awayWith.${along.of}`)}{" "}
          <Link href={along.href}>
            {t(along.of === "meeting" ? "meeting.title" : "letter.one")}
          </Link>
        </p>
      ) : null}
      {may && !along ? <Button onClick={bringBack}>{t("record.bringBack")}</Button> : null}
    </Notice>
  );
}
