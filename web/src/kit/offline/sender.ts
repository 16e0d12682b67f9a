import { alone } from "./alone";
import type { Desk } from "./desk";
import { keepTrying, type Trying } from "./keepTrying";
import type { Post } from "./post";
import type { Answer, Waiting } from "./unsent";

/** Sends what waits for as long as anything does, wherever in the app she is. */
export function startSending(
  desk: Desk,
  post: Post,
  onSending: (isSending: boolean) => void,
): Trying {
  let isStopped = false;
  const round = () => sendWaiting(desk, post, () => isStopped);
  const trying = keepTrying(
    async () => {
      if (!desk.hasWaiting()) return false;
      onSending(true);
      try {
        return await alone(`rabta.send.${desk.owner}`, round);
      } finally {
        onSending(false);
      }
    },
    (defect) => {
      reportError(defect);
      void desk.noteNotSent("defect");
    },
  );
  // What another tab leaves behind when it is closed is sent by this one.
  const unsubscribe = desk.subscribe(() => {
    if (desk.hasWaiting()) trying.later();
  });
  trying.now();
  return {
    ...trying,
    stop: () => {
      isStopped = true;
      unsubscribe();
      trying.stop();
    },
  };
}

/**
 * One round: each thing is sent by itself, so that one that cannot be sent keeps none of the others
 * back but those about the same thing; only where the server is out of reach there is no point in going on. Nothing more is sent once
 * it is stopped, as she signs out then. Says whether any is left.
 */
export async function sendWaiting(
  desk: Desk,
  post: Post,
  isStopped: () => boolean = () => false,
): Promise<boolean> {
  for (const id of await desk.waiting()) {
    if (isStopped()) break;
    if (desk.isHeldUp(id)) continue;
    const reached = await post.reach();
    if (isStopped()) break;
    if (reached === "ended") break;
    if (reached !== "reached") {
      await desk.noteNotSent(reached);
      break;
    }
    const begun = await desk.beginSending(id);
    if (begun) await desk.settle(begun, await answerTo(post, begun));
  }
  return desk.hasWaiting();
}

async function answerTo(post: Post, waiting: Waiting): Promise<Answer> {
  try {
    return await post.send(waiting);
  } catch (defect) {
    reportError(defect);
    return { kind: "defect" };
  }
}
