import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { alone } from "../src/kit/offline/alone";
import { keepTrying } from "../src/kit/offline/keepTrying";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const noDefect = (defect: unknown) => {
  throw defect;
};
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

describe("trying again", () => {
  it("goes on ever less often while something is left, and then stops", async () => {
    const attempt = vi.fn(async () => attempt.mock.calls.length < 4);
    const trying = keepTrying(attempt, noDefect);

    trying.now();
    await pass(3);
    expect(attempt).toHaveBeenCalledTimes(1);
    await pass(2);
    expect(attempt).toHaveBeenCalledTimes(2);
    await pass(6);
    expect(attempt).toHaveBeenCalledTimes(2);
    await pass(3600);
    expect(attempt).toHaveBeenCalledTimes(4);
    trying.stop();
  });

  it("happens at once when the network comes back or she looks at the page", async () => {
    const attempt = vi.fn(async () => true);
    const trying = keepTrying(attempt, noDefect);

    window.dispatchEvent(new Event("online"));
    await pass(0);
    window.dispatchEvent(new Event("focus"));
    await pass(0);
    document.dispatchEvent(new Event("visibilitychange"));
    await pass(0);
    expect(attempt).toHaveBeenCalledTimes(3);

    trying.stop();
    window.dispatchEvent(new Event("online"));
    await pass(3600);
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it("is one try at a time, and one more where it was asked for meanwhile", async () => {
    let finish = () => {};
    const attempt = vi.fn(
      () =>
        new Promise<boolean>((resolve) => {
          finish = () => resolve(false);
        }),
    );
    const trying = keepTrying(attempt, noDefect);

    trying.now();
    trying.now();
    trying.now();
    expect(attempt).toHaveBeenCalledTimes(1);
    finish();
    await pass(0);
    expect(attempt).toHaveBeenCalledTimes(2);
    finish();
    await pass(3600);
    expect(attempt).toHaveBeenCalledTimes(2);
    trying.stop();
  });

  it("goes on after an attempt that threw, and tells of it", async () => {
    const attempt = vi.fn(async () => true).mockRejectedValueOnce(new Error("once"));
    const onDefect = vi.fn();
    const trying = keepTrying(attempt, onDefect);

    trying.now();
    await pass(5);

    expect(onDefect).toHaveBeenCalledExactlyOnceWith(new Error("once"));
    expect(attempt).toHaveBeenCalledTimes(2);
    trying.stop();
  });
});

describe("work that is done by one tab at a time", () => {
  it("is done at once by a browser without locks", async () => {
    vi.stubGlobal("navigator", {});

    expect(await alone("send", async () => "done")).toBe("done");
  });

  it("is taken over from a tab that holds the lock and never lets go", async () => {
    const asked: LockOptions[] = [];
    const request = async (_name: string, options: LockOptions, work: () => Promise<string>) => {
      asked.push(options);
      if (options.steal) return work();
      return new Promise((_resolve, reject) => {
        options.signal?.addEventListener("abort", () => reject(options.signal?.reason));
      });
    };
    vi.stubGlobal("navigator", { locks: { request } });
    // As in a browser that has locks and not this yet.
    vi.stubGlobal("AbortSignal", { timeout: undefined });

    const work = alone("send", async () => "done");
    await pass(119);
    expect(asked).toHaveLength(1);
    await pass(1);

    expect(await work).toBe("done");
    expect(asked).toMatchObject([{}, { steal: true }]);
  });
});
