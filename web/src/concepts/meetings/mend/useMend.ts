import { useState } from "react";
import { unmask } from "../../../gql";
import { isRefusedAs, type UserError, unsavedWord } from "../../../kit/graphql/outcome";
import type { MessageKey } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { officesToSave } from "../draft";
import { type Problem, problemsIn, problemsOf } from "../problems";
import { dropMend, keepMend } from "../unsent/unsentMend";
import { type Change, useSendUpdate } from "../useUpdateMeeting";
import { MeetingToMend_meeting } from "./fragments";
import { type MeetingToMend, type Mended, mendedFrom, needsNoOffice } from "./mended";
import { changesIn } from "./mendInput";
import { type MendDraft, type Place, type Rebased, rebase, take } from "./rebase";

type MendState =
  | { kind: "writing" | "sending" | "wrong" }
  | { kind: "refused"; errors: readonly UserError[]; sent: Change }
  | { kind: "overtaken" }
  | { kind: "failed"; word: MessageKey };

/** What she had written the last time, put upon the meeting as it is now. */
export type MendFrom = Rebased & { isOvertaken: boolean };

/**
 * What she writes upon a meeting of the record. It stays with her until it is saved, whatever the
 * server answers, and on this machine also when the page is gone; where somebody else was faster, it
 * is put upon what they have left.
 */
export function useMend(read: MeetingToMend, from: MendFrom | null) {
  const send = useSendUpdate(read.id);
  const { desk, isKept } = useUnsent();
  const [meeting, setMeeting] = useState(read);
  const [mended, setMended] = useState(() => from?.mended ?? mendedFrom(read));
  const [clashes, setClashes] = useState<readonly Place[]>(from?.clashes ?? []);
  const [state, setState] = useState<MendState>({
    kind: from?.isOvertaken ? "overtaken" : "writing",
  });
  const change = changesIn(meeting, mended);

  const foundHere = (): Problem[] =>
    problemsOf(mended, new Date()).filter(
      ({ at }) =>
        (at !== "with" || !needsNoOffice(meeting)) && (at !== "when" || change.when !== undefined),
    );
  const problems = [
    ...(state.kind === "wrong" ? foundHere() : []),
    ...(state.kind === "refused" ? problemsIn(state.errors, state.sent, change) : []),
  ];

  const put = (draft: MendDraft) => {
    setMeeting(draft.read);
    setMended(draft.mended);
    setClashes(draft.clashes);
    keepMend(desk, draft);
  };

  /** True when the record is as she wants it. */
  const save = async (): Promise<boolean> => {
    if (state.kind === "sending") return false;
    if (foundHere().length > 0) {
      setState({ kind: "wrong" });
      return false;
    }
    const settled = officesToSave(mended);
    const asked = changesIn(meeting, settled);
    if (Object.keys(asked).length === 0) return true;
    if (settled !== mended) put({ read: meeting, mended: settled, clashes });
    setState({ kind: "sending" });
    const outcome = await send(meeting.version, asked);
    if (outcome.kind === "done") {
      dropMend(desk, read.id);
      return true;
    }
    if (outcome.kind !== "refused") {
      setState({ kind: "failed", word: unsavedWord(outcome.kind) });
      return false;
    }
    const now = unmask(MeetingToMend_meeting, outcome.payload.meeting);
    if (now && isRefusedAs("VERSION_CONFLICT", outcome)) {
      put({ read: now, ...rebase(meeting, now, settled) });
      setState({ kind: "overtaken" });
    } else {
      setState({ kind: "refused", errors: outcome.errors, sent: asked });
    }
    return false;
  };

  return {
    meeting,
    mended,
    problems,
    state,
    /** False where what she writes lasts only as long as the page lies open. */
    isKept,
    /** Where somebody else wrote otherwise in the meantime. */
    clashes,
    write: (changed: Partial<Mended>) =>
      put({ read: meeting, mended: { ...mended, ...changed }, clashes }),
    takeTheirs: (place: Place) =>
      put({
        read: meeting,
        mended: take(place, meeting, mended),
        clashes: clashes.filter((one) => one !== place),
      }),
    save,
  };
}
