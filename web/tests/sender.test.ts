import { beforeEach, describe, expect, it, vi } from "vitest";
import { handOver } from "../src/concepts/meetings/unsent/unsentMeeting";
import type { Post } from "../src/kit/offline/post";
import { startSending } from "../src/kit/offline/sender";
import { reasonOf } from "../src/kit/offline/unsent";
import { answering, open, PRESSED, saidIn, useMachine } from "./machine";
import { draftWith } from "./sample";

useMachine();
beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("reportError", vi.fn());
});

/** What the browser has for all tabs: one works at a time under a name. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, _options: LockOptions, work: () => Promise<unknown>) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return { locks: { request } };
}

/** Two tabs that begin to send at the same moment, and what the server got from both. */
async function sentByTwoTabs(): Promise<string[]> {
  const [first, second] = [await open(), await open()];
  await handOver(first, draftWith({ said: "a desk" }), PRESSED);
  await second.waiting();
  const post = answering({});
  let busy = 0;
  const note = (isSending: boolean) => {
    busy += isSending ? 1 : -1;
  };
  const tabs = [first, second].map((desk) => startSending(desk, post, note));
  expect(busy).toBe(2);
  await vi.waitFor(() => expect(busy).toBe(0));
  for (const tab of tabs) tab.stop();
  expect(second.shown().rows).toEqual([]);
  return post.sent;
}

describe("two tabs", () => {
  it("send a meeting once", async () => {
    vi.stubGlobal("navigator", locks());

    expect(await sentByTwoTabs()).toEqual(["a desk"]);
  });

  it("would send it twice without the lock", async () => {
    vi.stubGlobal("navigator", {});

    expect(await sentByTwoTabs()).toEqual(["a desk", "a desk"]);
  });
});

describe("a round that is stopped", () => {
  /** Sends two meetings and stops at the moment that is given. */
  async function sentWhenStopped(at: "reach" | "send"): Promise<string[]> {
    vi.stubGlobal("navigator", {});
    const desk = await open();
    for (const said of ["one", "two"]) await handOver(desk, draftWith({ said }), PRESSED);
    const post = answering({});
    const stoppedAt: Post = {
      async reach() {
        if (at === "reach") tab.stop();
        return post.reach();
      },
      async send(input) {
        if (at === "send") tab.stop();
        return post.send(input);
      },
    };
    const onSending = vi.fn();
    const tab = startSending(desk, stoppedAt, onSending);
    await vi.waitFor(() => expect(onSending).toHaveBeenLastCalledWith(false));
    return post.sent;
  }

  it("sends nothing once it was asked who is signed in", async () => {
    expect(await sentWhenStopped("reach")).toEqual([]);
  });

  it("ends after the meeting that is on its way", async () => {
    expect(await sentWhenStopped("send")).toHaveLength(1);
  });
});

describe("a defect of the page", () => {
  const reasons = (desk: Awaited<ReturnType<typeof open>>) => desk.shown().rows.map(reasonOf);

  it("before anything is sent is told at what waits", async () => {
    const request = () => {
      throw new TypeError("no such function");
    };
    vi.stubGlobal("navigator", { locks: { request } });
    const desk = await open();
    await handOver(desk, draftWith({}), PRESSED);

    const tab = startSending(desk, answering({}), () => {});

    await vi.waitFor(() => expect(reasons(desk)).toEqual(["defect"]));
    expect(reportError).toHaveBeenCalledWith(new TypeError("no such function"));
    tab.stop();
  });

  it("with one meeting keeps none of the others back", async () => {
    vi.stubGlobal("navigator", {});
    const desk = await open();
    for (const said of ["one", "two"]) await handOver(desk, draftWith({ said }), PRESSED);
    const post = answering({});
    const send: Post["send"] = async (waiting) => {
      if (saidIn(waiting) === "one") throw new TypeError("no such function");
      return post.send(waiting);
    };

    const tab = startSending(desk, { ...post, send }, () => {});

    await vi.waitFor(() => expect(post.sent).toEqual(["two"]));
    await vi.waitFor(() => expect(reasons(desk)).toEqual(["defect"]));
    tab.stop();
  });
});
