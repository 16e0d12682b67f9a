import { useState } from "react";
import { today } from "../../kit/dates";
import { useWords } from "../../kit/i18n/words";
import { useUnsent } from "../../kit/offline/Outbox";
import { useUndo } from "../../kit/ui/UndoBar";
import { useViewer } from "../../kit/viewer";
import { begunOn, type Draft, type DraftMember, newDraft } from "./draft";
import { isMeeting, keep } from "./unsent/unsentMeeting";

/**
 * What the form shows: the meeting in her hands that is named, or else what she is writing, or else
 * an empty one, which is kept from its first change on.
 */
export function useDraft(id: string | null) {
  const viewer = useViewer();
  const { t } = useWords();
  const offerUndo = useUndo();
  const { desk, rows, isKept } = useUnsent();
  const [fresh, setFresh] = useState(() => ({ draft: newDraft(meOf(viewer)), isBegun: false }));
  // Two tabs may have begun one each; the other one is on her home.
  const row = rows
    .filter(isMeeting)
    .findLast((one) => (id ? one.id === id : one.state.kind === "writing"));

  // Once it was saved or thrown away, here or in another tab, its ids are used up.
  if (!row && fresh.isBegun) setFresh({ draft: newDraft(meOf(viewer)), isBegun: false });

  const draft = row?.draft ?? fresh.draft;
  const change = (to: Draft) => {
    if (to.meetingId === fresh.draft.meetingId) setFresh({ ...fresh, isBegun: true });
    void keep(desk, begunOn(today(), row?.draft ?? newDraft(null), to));
  };
  // What she did not write herself is kept only together with what she does.
  const begin = (from: Draft) => {
    if (row) desk.drop(row.id);
    setFresh({ draft: from, isBegun: false });
  };
  const beginAnew = () => {
    const dropped = row && desk.drop(row.id);
    if (dropped) offerUndo(t("unsent.thrownAway"), () => void desk.putBack(dropped));
    const anew = newDraft(meOf(viewer));
    setFresh({ draft: anew, isBegun: false });
    return anew;
  };
  return { row, draft, change, begin, beginAnew, isKept };
}

function meOf(viewer: ReturnType<typeof useViewer>): Omit<DraftMember, "id"> | null {
  return viewer.member && viewer.person
    ? { memberId: viewer.member.id, name: viewer.person.name }
    : null;
}
