const HOUR = 3_600_000;

let registration: ServiceWorkerRegistration | null = null;
let isWaiting = false;
const listeners = new Set<() => void>();

/**
 * Lets a worker keep the files of the page, and looks out for a new version of it: now, and at most
 * once an hour when she looks at the page again.
 */
export async function keepShell(): Promise<void> {
  // Absent where the page is not served safely, and in some private windows.
  if (!navigator.serviceWorker) return;
  registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const found = registration;
  note();
  found.addEventListener("updatefound", () => {
    found.installing?.addEventListener("statechange", note);
  });
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < HOUR) return;
    asked = Date.now();
    // Without a network there is nothing new to be found.
    found.update().catch(() => undefined);
  });
}

/** The first version of all has nothing to take over from. */
function note() {
  if (!registration?.waiting || !navigator.serviceWorker.controller) return;
  isWaiting = true;
  for (const listener of listeners) listener();
}

/** Whether a new version of the page is ready. */
export const newVersion = {
  isReady: (): boolean => isWaiting,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Opens the new version in this tab. Others go on as they are until they are told to, too. */
export function openNewVersion(): void {
  const waiting = registration?.waiting;
  if (waiting) {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    waiting.postMessage("take over");
  } else {
    // Another tab told it before: it serves this one already.
    location.reload();
  }
}
