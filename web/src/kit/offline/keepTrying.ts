const FIRST_WAIT = 4_000;
const LONGEST_WAIT = 5 * 60_000;

export interface Trying {
  /** Tries at once, whatever came before. */
  now: () => void;
  /** Tries after a while, unless that is arranged already. */
  later: () => void;
  stop: () => void;
}

/**
 * Tries something again for as long as it says that something is left to do: when the network comes
 * back, when she looks at the page again, and now and then, ever less often. A phone that lost its
 * signal often does not say when it is back, so the clock is needed beside the events. An attempt that
 * throws is a defect, which is told and does not end the trying.
 */
export function keepTrying(
  attempt: () => Promise<boolean>,
  onDefect: (defect: unknown) => void,
): Trying {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;

  const later = () => {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(run, Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT));
    tries += 1;
  };
  const run = async () => {
    clearTimeout(timer);
    timer = undefined;
    isWanted = isRunning;
    if (isRunning || isStopped) return;
    isRunning = true;
    const isLeft = await attempt().catch((defect: unknown) => {
      onDefect(defect);
      return true;
    });
    isRunning = false;
    if (isStopped) return;
    if (isWanted) void run();
    else if (isLeft) later();
    else tries = 0;
  };
  const now = () => {
    tries = 0;
    void run();
  };
  const look = () => {
    if (document.visibilityState === "visible") now();
  };

  window.addEventListener("online", now);
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  const stop = () => {
    isStopped = true;
    clearTimeout(timer);
    window.removeEventListener("online", now);
    window.removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
  return { now, later, stop };
}
