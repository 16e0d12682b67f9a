/**
 * Uses the browser's small storage; null where that fails, as in a browser that keeps nothing for this
 * page and so refuses the storage itself.
 */
export function inStorage<Result>(work: (storage: Storage) => Result): Result | null {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}
