import { alone } from "../../../kit/offline/alone";
import { keepTrying, type Trying } from "../../../kit/offline/keepTrying";
import type { Desk } from "./desk";
import type { Post } from "./post";

/** Sends what waits for as long as anything does, wherever in the app she is. */
export function startSending(
  desk: Desk,
  post: Post,
  onSending: (isSending: boolean) => void,
): Trying {
  const trying = keepTrying(async () => {
    if (!desk.hasWaiting()) return false;
    onSending(true);
    try {
      return await alone(`rabta.send.${desk.userId}`, () => sendWaiting(desk, post));
    } finally {
      onSending(false);
    }
  });
  // What another tab leaves behind when it is closed is sent by this one.
  const unsubscribe = desk.subscribe(() => {
    if (desk.hasWaiting()) trying.later();
  });
  trying.now();
  return {
    ...trying,
    stop: () => {
      unsubscribe();
      trying.stop();
    },
  };
}

/**
 * One round: each meeting is sent by itself, so that one that cannot be sent keeps none of the others
 * back; only where the server is out of reach there is no point in going on. Says whether any is left.
 */
export async function sendWaiting(desk: Desk, post: Post): Promise<boolean> {
  for (const id of await desk.waiting()) {
    const reached = await post.reach();
    if (reached === "unreached") await desk.noteUnreached();
    if (reached !== "reached") return desk.hasWaiting();
    const begun = await desk.beginSending(id);
    if (!begun) continue;
    const answer = await post.send(begun.state.input);
    await desk.settle(begun, answer);
  }
  return desk.hasWaiting();
}
