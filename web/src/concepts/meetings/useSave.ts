import { useCallback, useEffect, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql";
import { outcomeOf, type UserError } from "../../kit/graphql/outcome";
import type { Draft } from "./draft";
import { isAsPressed, pressed, toInput } from "./draftInput";

const LogMeetingMutation = graphql(`
  mutation LogMeeting($input: LogMeetingInput!) {
    logMeeting(input: $input) {
      meeting {
        id
        version
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type SaveState =
  | { kind: "idle" }
  | { kind: "sending" }
  | { kind: "offline" }
  | { kind: "unsure" }
  | { kind: "failed" }
  /** An earlier try had arrived after all, before the draft was changed once more. */
  | { kind: "savedBefore" }
  /** With the draft as it was refused: the paths count its rows, whatever she changes afterwards. */
  | { kind: "refused"; errors: readonly UserError[]; draft: Draft }
  | { kind: "saved" };

/** Said without asking the server, in its own terms. */
const NOBODY: UserError = { code: "REQUIRED", path: ["with"], message: "" };

/**
 * What was said of one draft is not true of another: not once she began anew, and what waits for
 * the network waits as she saved it, not as she changes it afterwards.
 */
export function stillTrue(state: SaveState, requestId: string, draft: Draft): SaveState {
  const waits = state.kind === "offline" || state.kind === "unsure";
  const isOfThis = requestId === draft.requestId && (!waits || isAsPressed(draft));
  return isOfThis ? state : { kind: "idle" };
}

/** Sends the draft, and sends it again with the same ids for as long as nobody knows that it arrived. */
export function useSave(draft: Draft, change: (draft: Draft) => void) {
  const client = useClient();
  // A draft that was sent before a reload, and never answered, may have arrived.
  const [last, setLast] = useState<{ state: SaveState; requestId: string }>({
    state: { kind: draft.pressedAt ? "unsure" : "idle" },
    requestId: draft.requestId,
  });
  const state = stillTrue(last.state, last.requestId, draft);

  const save = useCallback(async () => {
    const whole = pressed(draft, new Date());
    const setState = (state: SaveState) => setLast({ state, requestId: whole.requestId });
    if (whole.offices.length === 0) {
      setState({ kind: "refused", errors: [NOBODY], draft: whole });
      return;
    }
    change(whole);
    setState({ kind: "sending" });
    const input = toInput(whole, whole.pressedAt);
    const outcome = outcomeOf(
      await client.mutation(LogMeetingMutation, { input }),
      (data) => data.logMeeting,
    );
    if (outcome.kind === "done") {
      setState({ kind: "saved" });
    } else if (outcome.kind === "refused") {
      const isConflict = outcome.errors.some(({ code }) => code === "ID_CONFLICT");
      // What was refused took no effect, so "now" may be said anew.
      if (!isConflict) change({ ...whole, pressedAt: null, pressedAs: null });
      setState(
        isConflict
          ? { kind: "savedBefore" }
          : { kind: "refused", errors: outcome.errors, draft: whole },
      );
    } else {
      // What surely failed took no effect either.
      if (outcome.kind === "failed") change({ ...whole, pressedAt: null, pressedAs: null });
      setState({ kind: outcome.kind });
    }
  }, [client, draft, change]);

  // The network came back: what waits goes out by itself.
  useEffect(() => {
    if (state.kind !== "offline" && state.kind !== "unsure") return;
    const retry = () => void save();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [state.kind, save]);

  return { state, save };
}
