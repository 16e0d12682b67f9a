import type { LogMeetingInput } from "../../../gql/graphql";
import { inStorage } from "../../../kit/inStorage";
import type { Draft } from "../draft";
import { toInput } from "../draftInput";
import { begun, type UnsentMeeting } from "./unsentMeeting";

// Before there was a list of unsent meetings, one draft a user lay in the browser's small storage.
const KEY = "rabta.meeting-draft.";
const SHAPE = "2";

type OldDraft = Draft & { pressedAs: string | null };

/** What an earlier version of the page had kept for her, as it is kept today. */
export function oldDraft(userId: string): UnsentMeeting | null {
  // What is no draft is the same as nothing.
  return inStorage((storage) => {
    const stored = storage.getItem(`${KEY}${SHAPE}.${userId}`);
    return stored ? fromOld(userId, JSON.parse(stored)) : null;
  });
}

export function dropOldDrafts(userId: string): void {
  inStorage((storage) => storage.removeItem(`${KEY}${SHAPE}.${userId}`));
}

/** One that was sent and never answered goes out again as it was sent, unless she changed it since. */
function fromOld(userId: string, { pressedAs, ...draft }: OldDraft): UnsentMeeting {
  const unsent = begun(userId, draft);
  const isAsSent =
    draft.pressedAt !== null &&
    draft.search.trim() === "" &&
    pressedAs === JSON.stringify(toInput(draft, draft.pressedAt));
  if (!isAsSent) return unsent;
  const input: LogMeetingInput = JSON.parse(pressedAs);
  return { ...unsent, state: { kind: "waiting", input, mayHaveArrived: true, lastTry: null } };
}
