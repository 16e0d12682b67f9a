import type { LogMeetingInput } from "../../../gql/graphql";
import type { UserError } from "../../../kit/graphql/outcome";
import type { Draft } from "../draft";
import { pressed, toInput } from "../draftInput";

/** Raised whenever the shape changes, so that an old one is migrated and never misread. */
export const SHAPE = 3;

/** A meeting that lies on this machine because it is not known to be in the record yet. */
export interface Unsent {
  /** The meeting's own id. */
  id: string;
  shape: typeof SHAPE;
  userId: string;
  draft: Draft;
  state: UnsentState;
}

type UnsentState =
  /** She began it and has not saved it. */
  { kind: "writing" } | Waiting | Back;

/** Back in her hands: refused for these errors, or taken back by her before it was sent. */
interface Back {
  kind: "back";
  input: LogMeetingInput;
  errors: readonly UserError[];
  /**
   * The server never takes it as it is, and names no field of the form for that. An earlier version
   * of the page, which does not know this, shows it as one that she took back.
   */
  isRejected?: true;
}

interface Waiting {
  kind: "waiting";
  /** Word for word what is sent, however often, also by a later version of this page. */
  input: LogMeetingInput;
  /** It was sent at least once without an answer, so it may be in the record. */
  mayHaveArrived: boolean;
  /** How the last try ended; null before the first one has. */
  lastTry: NotSent | "unsure" | null;
}

/** Nobody to send it to, a server that is busy or has a fault, or a page that broke. */
export type NotSent = "unreached" | "busy" | "fault" | "defect";

export type WaitingMeeting = Unsent & { state: Waiting };

/** What the server answered to one try. */
export type Answer =
  /** It named the meeting: only this says that it is in the record. */
  | { kind: "named" }
  | { kind: "refused"; errors: readonly UserError[] }
  /** The server never takes such a request: it is too large, or not of the form that it expects. */
  | { kind: "rejected" }
  /** No answer, or one that is not the server's: a proxy's page, an empty one. */
  | { kind: "unsure" }
  /** This page broke while it was sending. */
  | { kind: "defect" }
  /** The server says that it failed, and that nothing was done. */
  | { kind: "fault" }
  /** Nobody is signed in any more. */
  | { kind: "ended" };

/** Why it is not in the record yet, as she is told. */
export type Reason =
  | "sending"
  | "offline"
  | "unsure"
  | "busy"
  | "fault"
  | "defect"
  | "mend"
  | "rejected"
  | "changing"
  | "savedBefore";

export function begun(userId: string, draft: Draft): Unsent {
  return { id: draft.meetingId, shape: SHAPE, userId, draft, state: { kind: "writing" } };
}

/** She pressed "save": from now on it goes out as it is. */
export function handedOver(unsent: Unsent, now: Date): WaitingMeeting {
  const draft = pressed(unsent.draft, now);
  const input = toInput(draft, draft.pressedAt);
  return {
    ...unsent,
    draft,
    state: { kind: "waiting", input, mayHaveArrived: false, lastTry: null },
  };
}

export function isWaiting(unsent: Unsent): unsent is WaitingMeeting {
  return unsent.state.kind === "waiting";
}

/** Noted before it is sent, because afterwards there may be nobody left to note it. */
export function onItsWay(waiting: WaitingMeeting): WaitingMeeting {
  return { ...waiting, state: { ...waiting.state, mayHaveArrived: true } };
}

/** It could not even be asked to whom it would be sent. */
export function notSent(waiting: WaitingMeeting, why: NotSent): WaitingMeeting {
  return { ...waiting, state: { ...waiting.state, lastTry: why } };
}

/**
 * What becomes of it by an answer; null once it is in the record. What failed for sure leaves it as
 * unsure as it was before this try.
 */
export function answered(
  waiting: WaitingMeeting,
  answer: Answer,
  mightHaveArrived: boolean,
): Unsent | null {
  const { input, lastTry } = waiting.state;
  switch (answer.kind) {
    case "named":
      return null;
    case "refused":
      return { ...waiting, state: { kind: "back", input, errors: answer.errors } };
    case "rejected":
      return { ...waiting, state: { kind: "back", input, errors: [], isRejected: true } };
    case "unsure":
    case "defect":
    case "fault":
    case "ended":
      return {
        ...waiting,
        state: {
          ...waiting.state,
          mayHaveArrived: answer.kind === "unsure" || answer.kind === "defect" || mightHaveArrived,
          lastTry: answer.kind === "ended" ? lastTry : answer.kind,
        },
      };
  }
}

/** Whether she may still change it: not once it may be in the record as it was. */
export function canTakeBack(unsent: Unsent): unsent is WaitingMeeting {
  return isWaiting(unsent) && !unsent.state.mayHaveArrived;
}

export function takenBack(waiting: WaitingMeeting): Unsent {
  return { ...waiting, state: { kind: "back", input: waiting.state.input, errors: [] } };
}

export function reasonOf({ state }: Unsent): Reason {
  switch (state.kind) {
    case "writing":
      return "changing";
    case "back":
      if (state.isRejected) return "rejected";
      if (state.errors.length === 0) return "changing";
      return isSavedBefore(state.errors) ? "savedBefore" : "mend";
    case "waiting":
      if (state.lastTry === null) return "sending";
      if (state.lastTry === "unreached" || state.lastTry === "unsure") {
        return state.mayHaveArrived ? "unsure" : "offline";
      }
      return state.lastTry;
  }
}

/** The same meeting with other words is in the record: an earlier try had arrived after all. */
function isSavedBefore(errors: readonly UserError[]): boolean {
  return errors.some(({ code }) => code === "ID_CONFLICT");
}
