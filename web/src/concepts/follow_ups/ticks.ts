import { graphql } from "../../gql";
import type { CompleteFollowUpInput, ReopenFollowUpInput } from "../../gql/graphql";
import { today } from "../../kit/dates";
import { uuidV7 } from "../../kit/ids";
import type { Desk } from "../../kit/offline/desk";
import type { Kind } from "../../kit/offline/kinds";
import { answerOf } from "../../kit/offline/post";
import { isWaiting, reasonOf, type Unsent, type Waiting, waits } from "../../kit/offline/unsent";

const SHAPE = 4;

const CompleteMutation = graphql(`
  mutation CompleteFollowUp($input: CompleteFollowUpInput!) {
    completeFollowUp(input: $input) {
      followUpAction {
        id
        version
        status
        completedOn
        isOverdue
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const ReopenMutation = graphql(`
  mutation ReopenFollowUp($input: ReopenFollowUpInput!) {
    reopenFollowUp(input: $input) {
      followUpAction {
        id
        version
        status
        completedOn
        isOverdue
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

export type Way = "complete" | "reopen";

/** The task of a tick, as far as a list of ticks shows it. */
export interface TickedTask {
  id: string;
  title: { text: string; language: string };
}

interface TickDraft {
  way: Way;
  title: TickedTask["title"];
  /** The day on which she tapped. */
  on: string;
}

type TickInput = CompleteFollowUpInput | ReopenFollowUpInput;

/** A tick, or a tick taken back, that is not known to be in the record yet. Its subject is the task. */
export type Tick = Unsent<TickDraft, TickInput>;

/** How the queue deals with ticks. */
export const ticks: Kind = {
  shape: SHAPE,
  async send(client, { draft, state: { input } }: Waiting<TickDraft, TickInput>) {
    if (draft.way === "complete") {
      const result = await client.mutation(CompleteMutation, { input }).toPromise();
      return answerOf(result, input.id, ({ completeFollowUp }) => completeFollowUp, recordOf);
    }
    const result = await client.mutation(ReopenMutation, { input }).toPromise();
    return answerOf(result, input.id, ({ reopenFollowUp }) => reopenFollowUp, recordOf);
  },
  countedAs: () => "leave.ticks",
};

const recordOf = <Task>({ followUpAction }: { followUpAction: Task }) => followUpAction;

export function isTick(unsent: Unsent): unsent is Tick {
  return unsent.shape === SHAPE;
}

/** What she tapped on a task and is not settled yet, the last one last. */
export function ticksOf(rows: readonly Unsent[], taskId: string): Tick[] {
  return rows.filter(isTick).filter(({ subject }) => subject === taskId);
}

/** Whether she is to be told of it: not while it is just on its way. */
export function isWorthTelling(tick: Tick): boolean {
  return reasonOf(tick) !== "sending";
}

/**
 * Ticks a task or takes the tick back. What was surely not sent before is taken out of the queue
 * again, and what was refused is not shown any more once she taps anew.
 */
export async function tickTask(desk: Desk, task: TickedTask, way: Way): Promise<void> {
  const before = ticksOf(desk.shown().rows, task.id);
  for (const { id } of before) desk.drop(id);
  const last = before.findLast(isWaiting) ?? before.at(-1);
  if (last && isWaiting(last)) {
    if (last.draft.way === way || (await desk.takeOut(last.id))) return;
  } else if (last && last.draft.way !== way) {
    // It was refused, so there is nothing to be taken back.
    return;
  }
  await desk.put(newTick(desk.owner, task, way));
}

/** The day goes with it: sent tomorrow, what was done today was done today. */
function newTick(owner: string, { id, title }: TickedTask, way: Way): Tick {
  const requestId = uuidV7();
  const on = today();
  const input = way === "complete" ? { id, requestId, on } : { id, requestId };
  return {
    id: requestId,
    shape: SHAPE,
    userId: owner,
    subject: id,
    draft: { way, title, on },
    state: waits(input),
  };
}
