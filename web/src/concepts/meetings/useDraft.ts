import { useState } from "react";
import { today } from "../../kit/dates";
import { useViewer } from "../../kit/viewer";
import { begunOn, type Draft, type DraftMember, newDraft } from "./draft";
import { dropDraft, keepDraft, loadDraft } from "./draftStore";

/** The draft of who is signed in, kept at every change, so that a reload or a dead battery loses nothing. */
export function useDraft() {
  const viewer = useViewer();
  const [draft, setDraft] = useState<Draft>(() => loadDraft(viewer.id) ?? newDraft(meOf(viewer)));
  const [isKept, setKept] = useState(true);

  const change = (to: Draft) => {
    const changed = begunOn(today(), draft, to);
    setDraft(changed);
    setKept(keepDraft(viewer.id, changed));
  };
  const beginAnew = () => {
    dropDraft(viewer.id);
    const fresh = newDraft(meOf(viewer));
    setDraft(fresh);
    return fresh;
  };
  return { draft, change, beginAnew, isKept };
}

function meOf(viewer: ReturnType<typeof useViewer>): Omit<DraftMember, "id"> | null {
  return viewer.member && viewer.person
    ? { memberId: viewer.member.id, name: viewer.person.name }
    : null;
}
