import { afterEach, describe, expect, it, vi } from "vitest";
import { mustAsk } from "../src/concepts/access/leaving";
import {
  isWorthTelling,
  type Tick,
  ticks,
  ticksOf,
  tickTask,
} from "../src/concepts/follow_ups/ticks";
import { connect } from "../src/kit/graphql/client";
import type { Desk } from "../src/kit/offline/desk";
import { type Post, postOf } from "../src/kit/offline/post";
import { sendWaiting } from "../src/kit/offline/sender";
import { type Answer, reasonOf, type Waiting } from "../src/kit/offline/unsent";
import { open, useMachine } from "./machine";

useMachine();
afterEach(() => {
  vi.useRealTimers();
});

const task = { id: "follow_up_action_1", title: { text: "send the list", language: "EN" } };
const other = { ...task, id: "follow_up_action_2" };
const left = (desk: Desk) => ticksOf(desk.shown().rows, task.id);
const reasons = (desk: Desk) => left(desk).map(reasonOf);
const forbidden: Answer = {
  kind: "refused",
  errors: [{ code: "FORBIDDEN", path: [], message: "" }],
};

/** A server that gives these answers one after the other, and then takes everything. */
function answering(...answers: Answer[]) {
  const sent: Tick[] = [];
  const send = async (waiting: Waiting): Promise<Answer> => {
    sent.push(waiting as Tick);
    return answers.shift() ?? { kind: "named" };
  };
  const post: Post = { reach: async () => "reached", send };
  return { post, sent, ways: () => sent.map(({ draft }) => draft.way) };
}

describe("a tick", () => {
  it("outlives a reload and a night, and is sent with its own id and day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-06-03T06:00:00.000Z") });
    await tickTask(await open(), task, "complete");
    const [before] = left(await open());
    vi.setSystemTime(new Date("2025-06-04T06:00:00.000Z"));
    const { post, sent } = answering();

    const desk = await open();
    await sendWaiting(desk, post);

    expect(sent).toMatchObject([
      { state: { input: { id: task.id, requestId: before?.id, on: "2025-06-03" } } },
    ]);
    expect(left(await open())).toEqual([]);
  });

  it("taken back before it was sent is never sent", async () => {
    const desk = await open();
    await tickTask(desk, task, "complete");
    await tickTask(desk, task, "reopen");
    const { post, sent } = answering();

    await sendWaiting(desk, post);

    expect(sent).toEqual([]);
    expect(left(await open())).toEqual([]);
  });

  it("taken back when it may have arrived is sent first, with the same id, and then taken back", async () => {
    const desk = await open();
    await tickTask(desk, task, "complete");
    const { post, sent, ways } = answering({ kind: "unsure" }, { kind: "unsure" });
    await sendWaiting(desk, post);
    await tickTask(desk, task, "reopen");

    await sendWaiting(desk, post);
    expect(ways()).toEqual(["complete", "complete"]);
    await sendWaiting(desk, post);

    expect(ways()).toEqual(["complete", "complete", "complete", "reopen"]);
    expect(new Set(sent.slice(0, 3).map(({ id }) => id)).size).toBe(1);
    expect(left(desk)).toEqual([]);
  });

  it("that cannot be sent keeps no other task's back", async () => {
    const desk = await open();
    await tickTask(desk, task, "complete");
    await tickTask(desk, other, "complete");
    const { post } = answering({ kind: "fault" });

    await sendWaiting(desk, post);

    expect(desk.shown().rows.map(({ subject }) => subject)).toHaveLength(1);
  });

  it("is not told of while it is just on its way, and is told of when it waits", async () => {
    const desk = await open();
    await tickTask(desk, task, "complete");
    expect(left(desk).map(isWorthTelling)).toEqual([false]);

    await sendWaiting(desk, { reach: async () => "unreached", send: vi.fn() });

    expect(left(desk).map(isWorthTelling)).toEqual([true]);
    expect(reasons(desk)).toEqual(["offline"]);
  });

  it("that waits is asked about before she signs out", async () => {
    const desk = await open();
    await tickTask(desk, task, "complete");

    expect(mustAsk(await desk.leftHere())).toBe(true);
  });
});

describe("a tick that the record did not take", () => {
  it("comes back with the reason, and what was to come after it falls with it", async () => {
    const desk = await open();
    await tickTask(desk, task, "complete");
    const { post, ways } = answering({ kind: "unsure" }, forbidden);
    await sendWaiting(desk, post);
    await tickTask(desk, task, "reopen");

    await sendWaiting(desk, post);

    expect(ways()).toEqual(["complete", "complete"]);
    expect(left(await open()).map(({ state }) => state)).toMatchObject([
      { kind: "back", errors: [{ code: "FORBIDDEN" }] },
    ]);
  });

  it("is not spoken of any more once she taps anew", async () => {
    const desk = await open();
    await tickTask(desk, task, "complete");
    await sendWaiting(desk, answering(forbidden).post);

    await tickTask(desk, task, "complete");

    expect(reasons(desk)).toEqual(["sending"]);
    expect(left(await open())).toHaveLength(1);
  });
});

describe("a tick that was refused", () => {
  it("has nothing that could be taken back", async () => {
    const desk = await open();
    await tickTask(desk, task, "complete");
    await sendWaiting(desk, answering(forbidden).post);

    await tickTask(desk, task, "reopen");

    expect(left(await open())).toEqual([]);
  });
});

describe("an answer to a tick", () => {
  it("clears it only where it names the task", async () => {
    const headers = { "content-type": "application/graphql-response+json" };
    const answerTo = async (body: object) => {
      vi.stubGlobal("window", new EventTarget());
      vi.stubGlobal("document", new EventTarget());
      vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ data: body }), { headers }));
      const news = { onEnded: () => {}, onOtherUser: () => {} };
      const { client } = connect({ onSignedOut: () => {} });
      const desk = await open();
      await tickTask(desk, task, "complete");
      await sendWaiting(desk, {
        ...postOf(client, { id: "user_saima", actingFor: null }, [ticks], news),
        reach: async () => "reached",
      });
      const [reason = "none"] = reasons(desk);
      await desk.clear();
      return reason;
    };
    const named = (id: string) => ({
      completeFollowUp: {
        __typename: "FollowUpActionPayload",
        followUpAction: {
          __typename: "FollowUpAction",
          id,
          version: "v2",
          status: "DONE",
          completedOn: "2025-06-03",
          isOverdue: false,
        },
        userErrors: [],
      },
    });

    expect(await answerTo(named(other.id))).toBe("unsure");
    expect(await answerTo({ completeFollowUp: null })).toBe("unsure");
    expect(await answerTo(named(task.id))).toBe("none");
  });
});
