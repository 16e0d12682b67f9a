/** Uses the browser's small storage; null where it keeps nothing for this page, and so refuses it. */
export function inStorage<Result>(work: (storage: Storage) => Result): Result | null {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}
