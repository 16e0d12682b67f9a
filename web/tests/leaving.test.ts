import { describe, expect, it, vi } from "vitest";
import { leave, stay } from "../src/concepts/access/leaving";
import type { SignOutEnd } from "../src/concepts/access/session";
import { finishLeaving, settleWish, wishHere } from "../src/concepts/access/wish";
import { ticks, tickTask } from "../src/concepts/follow_ups/ticks";
import {
  findMeeting,
  handOver,
  keep,
  meetings,
} from "../src/concepts/meetings/unsent/unsentMeeting";
import { isToBeErased, noteToErase } from "../src/kit/offline/erasure";
import { open, PRESSED, useMachine } from "./machine";
import { draftWith } from "./sample";

useMachine();

const KINDS = [meetings, ticks];

/** A desk on which something lies, and the ways in which she leaves it. */
async function ways(end: SignOutEnd) {
  const desk = await open();
  await keep(desk, draftWith({ said: "a desk" }));
  return {
    desk,
    signOut: vi.fn(async () => end),
    erase: vi.fn(async () => {}),
    stopSending: vi.fn(),
  };
}

const left = async () => (await open()).shown().rows.length;

describe("what she would leave behind", () => {
  it("is counted in the words of its kind and by its state", async () => {
    const desk = await open();
    await keep(desk, draftWith({ said: "begun" }));
    await handOver(desk, draftWith({ said: "saved" }), PRESSED);
    await handOver(desk, draftWith({ said: "saved too" }), PRESSED);
    await tickTask(desk, { id: "task_1", title: { text: "a list", language: "en" } }, "complete");

    expect(Object.fromEntries(desk.counted(desk.shown().rows))).toEqual({
      "leave.unfinished": 1,
      "leave.unsent": 2,
      "leave.ticks": 1,
    });
  });
});

describe("signing out", () => {
  it("deletes only when told so", async () => {
    expect(await leave("keep", await ways("out"))).toBe("left");
    expect(await left()).toBe(1);

    expect(await leave("delete", await ways("out"))).toBe("left");
    expect(await left()).toBe(0);
    expect(wishHere()).toBe(null);
  });

  it("deletes nothing and goes on sending where she is still signed in", async () => {
    const failing = await ways("in");

    expect(await leave("delete", failing)).toBe("signOut.failed");

    expect(await left()).toBe(1);
    expect(failing.stopSending).not.toHaveBeenCalled();
    expect(failing.erase).not.toHaveBeenCalled();
    expect([wishHere(), isToBeErased()]).toEqual([null, false]);
  });

  it("does not leave as if it had deleted what it could not delete", async () => {
    const full = await ways("out");
    full.desk.clear = vi.fn().mockRejectedValue(new Error("no way"));

    expect(await leave("delete", full)).toBe("leave.deleteFailed");
  });

  it("takes away what was read, whatever becomes of what she wrote", async () => {
    const full = await ways("out");
    full.desk.clear = vi.fn().mockRejectedValue(new Error("no way"));

    await leave("delete", full);

    expect(full.erase).toHaveBeenCalledOnce();
  });

  it("notes what she wants before it asks, as the page may be closed before the answer comes", async () => {
    const slow = await ways("out");
    slow.signOut.mockImplementation(async () => {
      expect(isToBeErased()).toBe(true);
      expect(wishHere()).toMatchObject({ userId: "user_saima", isOut: false });
      expect(wishHere()?.ids).toHaveLength(1);
      return "out";
    });

    expect(await leave("delete", slow)).toBe("left");
    expect(slow.signOut).toHaveBeenCalledOnce();
  });

  it("does not give up an erasure that was wanted before, where she stays", async () => {
    noteToErase();

    await leave("delete", await ways("in"));

    expect(isToBeErased()).toBe(true);
  });
});

describe("a sign-out of which no answer came", () => {
  it("deletes what she wanted deleted once it is known that she is out", async () => {
    expect(await leave("delete", await ways("unsure"))).toBe("signOut.unsure");
    expect(await left()).toBe(1);

    await settleWish(KINDS, null);

    expect(await left()).toBe(0);
    expect(wishHere()).toBe(null);
  });

  it("deletes nothing that was written after she had said so", async () => {
    await leave("delete", await ways("unsure"));
    const later = draftWith({ said: "later" });
    await keep(await open(), later);

    await settleWish(KINDS, "user_other");

    const desk = await open();
    expect(desk.shown().rows).toHaveLength(1);
    expect(findMeeting(desk, later.meetingId)?.draft.said).toBe("later");
  });

  it("deletes nothing where she is still there, or chose to stay", async () => {
    await leave("delete", await ways("unsure"));
    await settleWish(KINDS, "user_saima");
    expect([await left(), wishHere()]).toEqual([1, null]);

    await leave("delete", await ways("unsure"));
    stay();
    await settleWish(KINDS, null);
    expect([await left(), isToBeErased()]).toEqual([2, false]);
  });
});

describe("a page that was closed after she was out and before all was deleted", () => {
  it("does it when it is opened next, without asking the server", async () => {
    const killed = await ways("out");
    killed.desk.clear = vi.fn().mockRejectedValue(new Error("closed"));
    await leave("delete", killed);

    await finishLeaving(KINDS);

    expect(await left()).toBe(0);
  });

  it("does not do so where it is not known that she was out", async () => {
    await leave("delete", await ways("unsure"));

    await finishLeaving(KINDS);

    expect(await left()).toBe(1);
  });
});
