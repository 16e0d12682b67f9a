// Until the answer begins to come; how long it takes from then on is the network's own affair.
const PATIENCE = 20_000;

/**
 * Asks, and gives up where nothing comes: at the edge of its signal a phone keeps a question open for
 * minutes, in which it would not be said that there is no connection. Only for reads and for signing
 * out, which is asked about afterwards, as of what was given up nobody can say whether it was done.
 */
export const fetchInTime: typeof fetch = async (input, init) => {
  const giveUp = new AbortController();
  const { signal } = init ?? {};
  signal?.addEventListener("abort", () => giveUp.abort(signal.reason));
  const timer = setTimeout(
    () => giveUp.abort(new DOMException("nothing came", "TimeoutError")),
    PATIENCE,
  );
  try {
    return await fetch(input, { ...init, signal: giveUp.signal });
  } finally {
    clearTimeout(timer);
  }
};
