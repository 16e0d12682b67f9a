import { graphql } from "../../../gql";
import type { LogMeetingInput } from "../../../gql/graphql";
import type { Desk } from "../../../kit/offline/desk";
import type { Kind } from "../../../kit/offline/kinds";
import { answerOf } from "../../../kit/offline/post";
import { type Unsent, type Waiting, waits } from "../../../kit/offline/unsent";
import { type Draft, hasContent } from "../draft";
import { pressed, toInput } from "../draftInput";
import { dropOldDrafts, oldDraft } from "./oldDraft";

const SHAPE = 3;

/** A meeting that lies on this machine because it is not known to be in the record yet. */
export type UnsentMeeting = Unsent<Draft, LogMeetingInput>;
export type WaitingMeeting = Waiting<Draft, LogMeetingInput>;

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

/** How the queue deals with meetings. */
export const meetings: Kind = {
  shape: SHAPE,
  async send(client, { id, state: { input } }: WaitingMeeting) {
    const result = await client.mutation(LogMeetingMutation, { input }).toPromise();
    return answerOf(
      result,
      id,
      ({ logMeeting }) => logMeeting,
      ({ meeting }) => meeting,
    );
  },
  countedAs: ({ state }) => (state.kind === "writing" ? "leave.unfinished" : "leave.unsent"),
  isLoss: (draft) => hasContent(draft as Draft),
  earlier: { find: oldDraft, drop: dropOldDrafts },
};

export function isMeeting(unsent: Unsent): unsent is UnsentMeeting {
  return unsent.shape === SHAPE;
}

/** The meeting among what lies on the desk, as it is there at this moment. */
export function findMeeting(desk: Desk, id: string): UnsentMeeting | null {
  const row = desk.find(id);
  return row && isMeeting(row) ? row : null;
}

export function begun(owner: string, draft: Draft): UnsentMeeting {
  return { id: draft.meetingId, shape: SHAPE, userId: owner, draft, state: { kind: "writing" } };
}

/** She pressed "save": from now on it goes out as it is. */
export function handedOver(unsent: UnsentMeeting, now: Date): WaitingMeeting {
  const draft = pressed(unsent.draft, now);
  return { ...unsent, draft, state: waits(toInput(draft, draft.pressedAt)) };
}

/** Keeps what she writes, at every change. */
export function keep(desk: Desk, draft: Draft): Promise<unknown> {
  return desk.put({ ...onDesk(desk, draft), draft });
}

/** She saved it: it goes out by itself from now on. */
export function handOver(desk: Desk, draft: Draft, now: Date): Promise<unknown> {
  return desk.put(handedOver({ ...onDesk(desk, draft), draft }, now));
}

function onDesk(desk: Desk, draft: Draft): UnsentMeeting {
  return findMeeting(desk, draft.meetingId) ?? begun(desk.owner, draft);
}
