import { useRef } from "react";
import { today } from "../../../kit/dates";
import { useUnsent } from "../../../kit/offline/Outbox";
import { isWaiting } from "../../../kit/offline/unsent";
import { isWorthTelling, type Tick, type TickedTask, ticksOf, tickTask, type Way } from "../ticks";

interface Task extends TickedTask {
  status: string;
  dueOn: string | null;
  isOverdue: boolean;
  completedOn: string | null;
}

/** A task as she has left it, be that in the record yet or not, and the way to tick it. */
export function useTick(task: Task) {
  const { desk, rows, sendNow } = useUnsent();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const unsettled = ticksOf(rows, task.id);
  const last = unsettled.findLast(isWaiting);

  // However fast she taps, one after the other.
  const tick = (way: Way) => {
    queue.current = queue.current.then(async () => {
      await tickTask(desk, task, way);
      sendNow();
    });
  };

  return {
    ...(last ? after(task, last) : { ...task, isDone: task.status === "DONE" }),
    isWaiting: last !== undefined && isWorthTelling(last),
    refused: last ? null : (unsettled.at(-1) ?? null),
    tick,
  };
}

/** What a tick makes of a task. */
function after(task: Task, { draft: { way, on } }: Tick) {
  const isDone = way === "complete";
  return {
    ...task,
    isDone,
    completedOn: isDone ? on : null,
    isOverdue: !isDone && task.dueOn !== null && task.dueOn < today(),
  };
}

/** Whether a task is done, as she has left it. */
export function useIsDone(): (task: { id: string; status: string }) => boolean {
  const { rows } = useUnsent();
  return ({ id, status }) => {
    const last = ticksOf(rows, id).findLast(isWaiting);
    return last ? last.draft.way === "complete" : status === "DONE";
  };
}
