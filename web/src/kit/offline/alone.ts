// Longer than any work done under the lock takes while its tab lives.
const PATIENCE = 120_000;

/**
 * Does the work in one tab at a time. A tab that was frozen while it held the lock does not keep the
 * others from working for ever: after a while they take it over, so the work has to bear being done
 * twice. A browser without locks does it at once.
 */
export async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const { locks } = navigator;
  if (!locks) return work();
  // By hand, since browsers have locks for longer than they have AbortSignal.timeout.
  const patience = new AbortController();
  const timer = setTimeout(() => {
    patience.abort(new DOMException("the lock was held for too long", "TimeoutError"));
  }, PATIENCE);
  let begun: Promise<Result> | null = null;
  const begin = () => {
    clearTimeout(timer);
    begun = work();
    return begun;
  };
  try {
    return await locks.request(name, { signal: patience.signal }, begin);
  } catch (error) {
    // Taken over by another tab in the middle of the work, which is still carried to its end.
    if (begun) return begun;
    if (!(error instanceof DOMException)) throw error;
    return locks.request(name, { steal: true }, begin);
  } finally {
    clearTimeout(timer);
  }
}
