import type { UserError } from "../graphql/outcome";

/** Something that lies on this machine because it is not known to be in the record yet. */
export interface Unsent<Draft = unknown, Input = unknown> {
  id: string;
  /**
   * The form that it has: of which kind it is, in which version. Another one for whatever changes, so
   * that an old row is migrated and never misread.
   */
  shape: number;
  /** Whose it is, as `ownerOf` says: named so when nobody wrote for another yet. */
  userId: string;
  /** What it is about, where what is about the same thing has to go out one after the other. */
  subject?: string;
  /** What she sees of it, and writes on. */
  draft: Draft;
  state: { kind: "writing" } | Wait<Input> | Back<Input>;
}

/** Back in her hands: refused for these errors, or taken back by her before it was sent. */
interface Back<Input> {
  kind: "back";
  input: Input;
  errors: readonly UserError[];
  /**
   * The server never takes it as it is, and names no field of the form for that. An earlier version
   * of the page, which does not know this, shows it as one that she took back.
   */
  isRejected?: true;
}

interface Wait<Input> {
  kind: "waiting";
  /** Word for word what is sent, however often, also by a later version of this page. */
  input: Input;
  /** It was sent at least once without an answer, so it may be in the record. */
  mayHaveArrived: boolean;
  /** How the last try ended; null before the first one has. */
  lastTry: NotSent | "unsure" | null;
}

/** Nobody to send it to, a server that is busy or has a fault, or a page that broke. */
export type NotSent = "unreached" | "busy" | "fault" | "defect";

/** What she has handed over: it goes out by itself. */
export type Waiting<Draft = unknown, Input = unknown> = Unsent<Draft, Input> & {
  state: Wait<Input>;
};

/** What the server answered to one try. */
export type Answer =
  /** It named the record: only this says that what was sent is in it. */
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
  /** Nobody is signed in any more, or she for whom it is lets him write for her no longer. */
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

/** How it waits before the first try. */
export function waits<Input>(input: Input): Wait<Input> {
  return { kind: "waiting", input, mayHaveArrived: false, lastTry: null };
}

export function isWaiting<Draft, Input>(
  unsent: Unsent<Draft, Input>,
): unsent is Waiting<Draft, Input> {
  return unsent.state.kind === "waiting";
}

/** Noted before it is sent, because afterwards there may be nobody left to note it. */
export function onItsWay<Draft, Input>(waiting: Waiting<Draft, Input>): Waiting<Draft, Input> {
  return { ...waiting, state: { ...waiting.state, mayHaveArrived: true } };
}

/** It could not even be asked to whom it would be sent. */
export function notSent<Draft, Input>(
  waiting: Waiting<Draft, Input>,
  why: NotSent,
): Waiting<Draft, Input> {
  return { ...waiting, state: { ...waiting.state, lastTry: why } };
}

/**
 * What becomes of it by an answer; null once it is in the record. What failed for sure leaves it as
 * unsure as it was before this try.
 */
export function answered<Draft, Input>(
  waiting: Waiting<Draft, Input>,
  answer: Answer,
  mightHaveArrived: boolean,
): Unsent<Draft, Input> | null {
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
export function canTakeBack<Draft, Input>(
  unsent: Unsent<Draft, Input>,
): unsent is Waiting<Draft, Input> {
  return isWaiting(unsent) && !unsent.state.mayHaveArrived;
}

export function takenBack<Draft, Input>(waiting: Waiting<Draft, Input>): Unsent<Draft, Input> {
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

/** The same thing with other words is in the record: an earlier try had arrived after all. */
function isSavedBefore(errors: readonly UserError[]): boolean {
  return errors.some(({ code }) => code === "ID_CONFLICT");
}
