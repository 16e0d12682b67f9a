import { useSyncExternalStore } from "react";

const sheets: HTMLElement[] = [];
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

/** Notes a sheet that lies on the page, above those that were there; until it is taken away. */
export function layOnTop(sheet: HTMLElement): () => void {
  sheets.push(sheet);
  tell();
  return () => {
    sheets.splice(sheets.indexOf(sheet), 1);
    tell();
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The sheet that lies on top: what stands outside of it can be neither seen nor reached. */
export function useTopSheet(): HTMLElement | null {
  return useSyncExternalStore(subscribe, () => sheets.at(-1) ?? null);
}
