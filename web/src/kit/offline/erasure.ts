const KEY = "rabta.erase";

/** Noted before it is done, because a browser may be closed or refuse in the middle of it. */
export function noteToErase(): void {
  inStorage((storage) => storage.setItem(KEY, "1"));
}

export function noteErased(): void {
  inStorage((storage) => storage.removeItem(KEY));
}

/** Whether what was read was to be erased and may lie here still. */
export function isToBeErased(): boolean {
  return inStorage((storage) => storage.getItem(KEY)) !== null;
}

/** A browser that keeps nothing for this page refuses the storage itself. */
function inStorage<Result>(work: (storage: Storage) => Result): Result | null {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
}
