import { openDB } from "idb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { mustAsk } from "../src/concepts/access/leaving";
import { handOver, isMeeting, keep } from "../src/concepts/meetings/unsent/unsentMeeting";
import { sendWaiting } from "../src/kit/offline/sender";
import { answering, open, PRESSED, useMachine } from "./machine";
import { draftWith } from "./sample";

vi.mock("idb", async (original) => {
  const idb = await original<typeof import("idb")>();
  return { ...idb, openDB: vi.fn(idb.openDB) };
});

useMachine();
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(openDB).mockReset();
});

const said = (desk: Awaited<ReturnType<typeof open>>) =>
  desk
    .shown()
    .rows.filter(isMeeting)
    .map(({ draft }) => draft.said)
    .sort();

function fillDisk() {
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
}

/** The browser takes its time to open the database, until it is told to be done. */
async function openSlowly() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { openDB: real } = await vi.importActual<typeof import("idb")>("idb");
  let beDone = () => {};
  const isDone = new Promise<void>((resolve) => {
    beDone = resolve;
  });
  vi.mocked(openDB).mockImplementationOnce(async (...args) => {
    await isDone;
    return real(...args);
  });
  const opening = open();
  await vi.advanceTimersByTimeAsync(4_000);
  return { desk: await opening, beDone };
}

describe("a full disk", () => {
  it("hides nothing that lies on it, and sends it and takes it away all the same", async () => {
    await handOver(await open(), draftWith({ said: "a desk" }), PRESSED);
    const put = fillDisk();

    const desk = await open();
    expect(said(desk)).toEqual(["a desk"]);
    expect(desk.shown().isKept).toBe(false);
    const post = answering({});
    await sendWaiting(desk, post);

    expect(post.sent).toEqual(["a desk"]);
    put.mockRestore();
    expect((await open()).shown().rows).toEqual([]);
  });

  it("does not bring back the old words of what was sent with newer ones", async () => {
    const draft = draftWith({ said: "old" });
    const desk = await open();
    await keep(desk, draft);
    const put = fillDisk();
    const post = answering({});

    await handOver(desk, { ...draft, said: "new" }, PRESSED);
    await sendWaiting(desk, post);

    expect(post.sent).toEqual(["new"]);
    put.mockRestore();
    expect((await open()).shown().rows).toEqual([]);
  });

  it("that has room again takes what it could not take before", async () => {
    const desk = await open();
    const put = fillDisk();
    await handOver(desk, draftWith({ said: "a desk" }), PRESSED);
    expect(desk.shown().isKept).toBe(false);
    put.mockRestore();

    await desk.waiting();

    expect(desk.shown().isKept).toBe(true);
    expect(said(await open())).toEqual(["a desk"]);
  });
});

describe("a browser that is slow to open its database", () => {
  it("shows and sends what lies there as soon as it has opened it", async () => {
    await handOver(await open(), draftWith({ said: "early" }), PRESSED);
    const { desk, beDone } = await openSlowly();
    await handOver(desk, draftWith({ said: "late" }), PRESSED);
    expect(said(desk)).toEqual(["late"]);

    beDone();
    await vi.waitFor(() => expect(said(desk)).toEqual(["early", "late"]));

    const post = answering({});
    await sendWaiting(desk, post);
    expect(post.sent.sort()).toEqual(["early", "late"]);
    expect((await open()).shown().rows).toEqual([]);
  });
});

describe("before she signs out", () => {
  it("she is not asked where nothing lies here that it would be a loss to leave", async () => {
    const desk = await open();
    await keep(desk, { ...draftWith({}), offices: [] });

    expect(mustAsk(await desk.leftHere())).toBe(false);
  });

  it("she is asked about what lies on a full disk", async () => {
    await handOver(await open(), draftWith({}), PRESSED);
    fillDisk();

    const left = await (await open()).leftHere();

    expect(left).toMatchObject({ isRead: true, isStored: true });
    expect(mustAsk(left)).toBe(true);
  });

  it("she is asked where it cannot be read what lies here, and nothing of it is deleted", async () => {
    await handOver(await open(), draftWith({ said: "a desk" }), PRESSED);
    const { desk, beDone } = await openSlowly();

    expect(mustAsk(await desk.leftHere())).toBe(true);
    await expect(desk.clear()).rejects.toThrow();

    beDone();
    await vi.waitFor(() => expect(said(desk)).toEqual(["a desk"]));
  });

  it("she is asked about what another tab has written in the meantime", async () => {
    const [first, second] = [await open(), await open()];
    await handOver(second, draftWith({}), PRESSED);

    expect((await first.leftHere()).rows).toHaveLength(1);
  });

  it("is asked too where only a later version of the page can read it", async () => {
    const draft = draftWith({});
    await handOver(await open(), draft, PRESSED);
    const db = await openDB("rabta", 1);
    await db.put("unsent", { ...(await db.get("unsent", draft.meetingId)), shape: 99 });

    const desk = await open();
    expect(mustAsk(await desk.leftHere())).toBe(true);
    await desk.clear();

    expect(await db.count("unsent")).toBe(1);
    db.close();
  });
});
