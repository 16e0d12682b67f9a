import { describe, expect, it, vi } from "vitest";
import { toInput } from "../src/concepts/meetings/draftInput";
import {
  findMeeting,
  handOver,
  isMeeting,
  keep,
} from "../src/concepts/meetings/unsent/unsentMeeting";
import type { Desk } from "../src/kit/offline/desk";
import type { Post } from "../src/kit/offline/post";
import { sendWaiting } from "../src/kit/offline/sender";
import { type Answer, isWaiting, reasonOf, type Waiting } from "../src/kit/offline/unsent";
import { answering, open, PRESSED, useMachine } from "./machine";
import { draftWith } from "./sample";

useMachine();

const unreachable: Post = { reach: async () => "unreached", send: vi.fn() };
const reasons = (desk: Desk) =>
  Object.fromEntries(
    desk
      .shown()
      .rows.filter(isMeeting)
      .map((row) => [row.draft.said, reasonOf(row)]),
  );

describe("what waits to be sent", () => {
  it("outlives a reload, and is sent then with the same words and ids", async () => {
    const draft = draftWith({ said: "a desk" });
    await handOver(await open(), draft, PRESSED);

    const desk = await open();
    const post = {
      ...answering({}),
      send: vi.fn(async (_waiting: Waiting): Promise<Answer> => ({ kind: "named" })),
    };
    await sendWaiting(desk, post);

    expect(post.send).toHaveBeenCalledOnce();
    const [sent] = post.send.mock.calls[0] ?? [];
    expect(sent?.state.input).toEqual(toInput(draft, PRESSED.toISOString()));
    expect((await open()).shown().rows).toEqual([]);
  });

  it("is kept from being sent by none of the others", async () => {
    const desk = await open();
    for (const said of ["one", "two", "three", "four"]) {
      await handOver(desk, draftWith({ said }), PRESSED);
    }
    const post = answering({
      one: { kind: "fault" },
      two: { kind: "refused", errors: [{ code: "TOO_LONG", path: [], message: "" }] },
      three: { kind: "unsure" },
    });

    const isLeft = await sendWaiting(desk, post);

    expect(post.sent.sort()).toEqual(["four", "one", "three", "two"]);
    expect(isLeft).toBe(true);
    expect(reasons(desk)).toEqual({ one: "fault", two: "mend", three: "unsure" });
  });

  it("is not even tried while nobody is there to send it to", async () => {
    const desk = await open();
    await handOver(desk, draftWith({ said: "a desk" }), PRESSED);

    expect(await sendWaiting(desk, unreachable)).toBe(true);

    expect(unreachable.send).not.toHaveBeenCalled();
    expect(reasons(desk)).toEqual({ "a desk": "offline" });
  });

  it("is another user's to send only when she signs in", async () => {
    await handOver(await open(), draftWith({ said: "a desk" }), PRESSED);
    const post = answering({});

    await sendWaiting(await open("user_farida"), post);

    expect(post.sent).toEqual([]);
    expect((await open()).shown().rows).toHaveLength(1);
  });
});

describe("a late answer", () => {
  it("touches the meeting that it is about, and not what she began since", async () => {
    const desk = await open();
    await handOver(desk, draftWith({ said: "first" }), PRESSED);
    const begun = await desk.beginSending((await desk.waiting())[0] ?? "");
    await keep(desk, draftWith({ said: "second" }));

    if (begun) await desk.settle(begun, { kind: "unsure" });

    expect(reasons(desk)).toEqual({ first: "unsure", second: "changing" });
  });

  it("to old words says nothing of the words that she has saved since", async () => {
    const [frozen, other] = [await open(), await open()];
    const draft = draftWith({ said: "old" });
    await handOver(frozen, draft, PRESSED);
    const begun = await frozen.beginSending(draft.meetingId);
    const tooLong: Answer = {
      kind: "refused",
      errors: [{ code: "TOO_LONG", path: [], message: "" }],
    };
    await sendWaiting(other, answering({ old: tooLong }));
    await handOver(other, { ...draft, said: "new" }, PRESSED);

    for (const answer of [{ kind: "named" }, tooLong, { kind: "unsure" }] as const) {
      if (begun) await frozen.settle(begun, answer);
      expect(reasons(await open())).toEqual({ new: "sending" });
    }
  });

  it("does not bring back what she deleted", async () => {
    const desk = await open();
    await handOver(desk, draftWith({}), PRESSED);
    const begun = await desk.beginSending((await desk.waiting())[0] ?? "");
    await desk.clear();

    if (begun) await desk.settle(begun, { kind: "unsure" });

    expect((await open()).shown().rows).toEqual([]);
  });
});

describe("what is in her hands", () => {
  it("is kept at every change, and is no other tab's to overwrite once it was saved", async () => {
    const [first, second] = [await open(), await open()];
    const draft = draftWith({ said: "a desk" });
    await keep(first, draft);
    await handOver(first, draft, PRESSED);

    await keep(second, { ...draft, said: "a d" });

    const row = findMeeting(await open(), draft.meetingId);
    expect(row && isWaiting(row) && row.draft.said).toBe("a desk");
    expect(findMeeting(second, draft.meetingId)?.draft.said).toBe("a desk");
  });

  it("can be taken back from the list until it is on its way", async () => {
    const desk = await open();
    const [early, late] = [draftWith({}), draftWith({})];
    await handOver(desk, early, PRESSED);
    await handOver(desk, late, PRESSED);
    await desk.beginSending(late.meetingId);

    expect(await desk.takeBack(early.meetingId)).toBe(true);
    expect(await desk.takeBack(late.meetingId)).toBe(false);
    expect(await desk.waiting()).toEqual([late.meetingId]);
  });

  it("can be thrown away and had back", async () => {
    const desk = await open();
    const draft = draftWith({ said: "a desk" });
    await keep(desk, draft);

    const dropped = desk.drop(draft.meetingId);
    expect((await open()).shown().rows).toEqual([]);
    if (dropped) await desk.putBack(dropped);

    expect((await open()).shown().rows).toMatchObject([{ draft: { said: "a desk" } }]);
  });
});

describe("a draft that an earlier version kept", () => {
  const KEY = "rabta.meeting-draft.2.user_saima";
  const { meetingId, ...rest } = draftWith({ said: "a desk" });
  const draft = { ...rest, meetingId, pressedAt: PRESSED.toISOString() };
  const pressedAs = JSON.stringify(toInput(draft, PRESSED.toISOString()));

  it("goes on as a draft", async () => {
    localStorage.setItem(KEY, JSON.stringify({ ...draft, pressedAt: null, pressedAs: null }));

    expect((await open()).shown().rows).toMatchObject([
      { id: meetingId, state: { kind: "writing" }, draft: { said: "a desk" } },
    ]);
    expect(localStorage.getItem(KEY)).toBe(null);
  });

  it("waits, where it had been sent and not answered", async () => {
    localStorage.setItem(KEY, JSON.stringify({ ...draft, pressedAs }));

    const desk = await open();

    expect(reasons(desk)).toEqual({ "a desk": "sending" });
    expect(desk.find(meetingId)?.state).toMatchObject({ mayHaveArrived: true });
  });

  it("is hers to save again, where she had changed it since", async () => {
    localStorage.setItem(KEY, JSON.stringify({ ...draft, said: "a desk and", pressedAs }));

    expect((await open()).shown().rows).toMatchObject([
      { state: { kind: "writing" }, draft: { said: "a desk and" } },
    ]);
  });
});

describe("a machine that keeps nothing", () => {
  it("is known before she writes, and what she writes lasts while the page is open", async () => {
    indexedDB.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
    const desk = await open();
    expect(desk.shown()).toEqual({ rows: [], isKept: false });

    await handOver(desk, draftWith({ said: "a desk" }), PRESSED);
    const post = answering({});
    await sendWaiting(desk, post);

    expect(post.sent).toEqual(["a desk"]);
    expect(desk.shown().rows).toEqual([]);
  });

  it("is noticed when it begins to be one, without losing what was there", async () => {
    const desk = await open();
    await keep(desk, draftWith({ said: "kept" }));
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
      throw new DOMException("gone", "InvalidStateError");
    });

    await handOver(desk, draftWith({ said: "saved" }), PRESSED);

    expect(desk.shown().isKept).toBe(false);
    expect(reasons(desk)).toEqual({ kept: "changing", saved: "sending" });
    expect(await desk.waiting()).toHaveLength(1);
  });
});
