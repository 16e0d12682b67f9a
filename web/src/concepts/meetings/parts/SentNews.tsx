import { useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { Sentence } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { isWaiting } from "../../../kit/offline/unsent";
import { Listed } from "../../../kit/ui/Listed";
import { useTell } from "../../../kit/ui/UndoBar";
import { isMeeting, type WaitingMeeting } from "../unsent/unsentMeeting";
import { DraftOffices } from "./DraftOffices";

// What goes out in one go is told in one line.
const TOGETHER = 5_000;

/** Says once of a meeting that went out by itself, unless she looks at that meeting anyway. */
export function SentNews() {
  const { desk, rows } = useUnsent();
  const [path] = useLocation();
  const tell = useTell();
  const waited = useRef<readonly WaitingMeeting[]>([]);
  const told = useRef<{ at: number; of: readonly WaitingMeeting[] }>({ at: 0, of: [] });

  useEffect(() => {
    const isGone = ({ id }: WaitingMeeting) => !rows.some((row) => row.id === id);
    const sent = waited.current.filter((one) => isGone(one) && desk.wasSent(one.id));
    waited.current = rows.filter(isMeeting).filter((row) => isWaiting(row));
    const news = sent.filter(({ id }) => path !== `/meetings/${id}`);
    if (news.length === 0) return;
    const now = Date.now();
    const before = now - told.current.at < TOGETHER ? told.current.of : [];
    told.current = { at: now, of: [...before, ...news] };
    tell(<SentMeetings of={told.current.of} />);
  }, [desk, rows, path, tell]);

  return null;
}

function SentMeetings({ of }: { of: readonly WaitingMeeting[] }) {
  const meetings = (
    <Listed
      of={of.map(({ id, draft }) => ({
        key: id,
        item: (
          <Link href={`/meetings/${id}`}>
            <DraftOffices of={draft} />
          </Link>
        ),
      }))}
    />
  );
  return <Sentence id="unsent.sent" values={{ meetings }} />;
}
