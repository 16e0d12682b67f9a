import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** A browser with a worker that serves the page already, and what it is told. */
function browser() {
  const registration = Object.assign(new EventTarget(), {
    waiting: null as null | { postMessage: ReturnType<typeof vi.fn> },
    installing: null as null | EventTarget,
    update: vi.fn(async () => {}),
  });
  const serviceWorker = Object.assign(new EventTarget(), {
    controller: {},
    register: async () => registration,
  });
  const reload = vi.fn();
  vi.stubGlobal("navigator", { serviceWorker });
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("location", { reload });
  const install = () => {
    const worker = new EventTarget();
    registration.installing = worker;
    registration.dispatchEvent(new Event("updatefound"));
    registration.waiting = { postMessage: vi.fn() };
    worker.dispatchEvent(new Event("statechange"));
    return registration.waiting;
  };
  return { registration, serviceWorker, reload, install };
}

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a new version of the page", () => {
  it("is told of when it is there, and waits until she opens it", async () => {
    const { serviceWorker, reload, install } = browser();
    const { keepShell, newVersion, openNewVersion } = await import("../src/app/keepShell");
    await keepShell();
    expect(newVersion.isReady()).toBe(false);

    const waiting = install();
    expect(newVersion.isReady()).toBe(true);
    expect(waiting.postMessage).not.toHaveBeenCalled();

    openNewVersion();
    expect(waiting.postMessage).toHaveBeenCalledOnce();
    expect(reload).not.toHaveBeenCalled();
    serviceWorker.dispatchEvent(new Event("controllerchange"));
    expect(reload).toHaveBeenCalledOnce();
  });

  it("that another tab has opened reloads no form in this one", async () => {
    const { serviceWorker, reload, install } = browser();
    const { keepShell } = await import("../src/app/keepShell");
    await keepShell();
    install();

    serviceWorker.dispatchEvent(new Event("controllerchange"));

    expect(reload).not.toHaveBeenCalled();
  });

  it("is looked for when she comes back to the page, at most once an hour", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { registration } = browser();
    const { keepShell } = await import("../src/app/keepShell");
    await keepShell();

    document.dispatchEvent(new Event("visibilitychange"));
    expect(registration.update).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now() + 3_600_001);
    document.dispatchEvent(new Event("visibilitychange"));
    document.dispatchEvent(new Event("visibilitychange"));

    expect(registration.update).toHaveBeenCalledOnce();
  });

  it("is nothing to a browser without workers", async () => {
    vi.stubGlobal("navigator", {});
    const { keepShell, newVersion } = await import("../src/app/keepShell");

    await keepShell();

    expect(newVersion.isReady()).toBe(false);
  });
});
