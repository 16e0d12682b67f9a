import { useState } from "react";
import { unmask } from "../../../gql";
import type { UserError } from "../../../kit/graphql/outcome";
import type { MessageKey } from "../../../kit/i18n/words";
import { type Problem, problemsIn, problemsOf } from "../problems";
import { type Change, useSendUpdate } from "../useUpdateMeeting";
import { MeetingToMend_meeting } from "./fragments";
import { type MeetingToMend, type Mended, mendedFrom, needsNoOffice } from "./mended";
import { changesIn } from "./mendInput";
import { type Place, rebase, take } from "./rebase";

type MendState =
  | { kind: "writing" | "sending" | "wrong" }
  | { kind: "refused"; errors: readonly UserError[]; sent: Change }
  | { kind: "overtaken" }
  | { kind: "failed"; word: MessageKey };

/**
 * What she writes upon a meeting of the record. It stays with her until it is saved, whatever the
 * server answers; where somebody else was faster, it is put upon what they have left.
 */
export function useMend(read: MeetingToMend) {
  const send = useSendUpdate(read.id);
  const [meeting, setMeeting] = useState(read);
  const [mended, setMended] = useState(() => mendedFrom(read));
  const [clashes, setClashes] = useState<readonly Place[]>([]);
  const [state, setState] = useState<MendState>({ kind: "writing" });
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

  /** True when the record is as she wants it. */
  const save = async (): Promise<boolean> => {
    if (state.kind === "sending") return false;
    if (foundHere().length > 0) {
      setState({ kind: "wrong" });
      return false;
    }
    if (Object.keys(change).length === 0) return true;
    setState({ kind: "sending" });
    const outcome = await send(meeting.version, change);
    if (outcome.kind === "done") return true;
    if (outcome.kind !== "refused") {
      setState({
        kind: "failed",
        word: outcome.kind === "offline" ? "mend.offline" : `change.${outcome.kind}`,
      });
      return false;
    }
    const now = unmask(MeetingToMend_meeting, outcome.payload.meeting);
    if (now && outcome.errors.some(({ code }) => code === "VERSION_CONFLICT")) {
      const rebased = rebase(meeting, now, mended);
      setMeeting(now);
      setMended(rebased.mended);
      setClashes(rebased.clashes);
      setState({ kind: "overtaken" });
    } else {
      setState({ kind: "refused", errors: outcome.errors, sent: change });
    }
    return false;
  };

  return {
    meeting,
    mended,
    problems,
    state,
    /** Where somebody else wrote otherwise in the meantime. */
    clashes,
    write: (changed: Partial<Mended>) => setMended({ ...mended, ...changed }),
    takeTheirs: (place: Place) => {
      setMended(take(place, meeting, mended));
      setClashes(clashes.filter((one) => one !== place));
    },
    save,
  };
}
