// Where a browser does not say when it has nothing to do, which Safari does not.
const A_WHILE = 2_000;

/** Does the work once the browser has nothing better to do; answers with the way to call it off. */
export function whenIdle(work: () => void): () => void {
  if (!window.requestIdleCallback) {
    const timer = setTimeout(work, A_WHILE);
    return () => clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(work, { timeout: 5 * A_WHILE });
  return () => window.cancelIdleCallback(handle);
}
