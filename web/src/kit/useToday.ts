import { useSyncExternalStore } from "react";
import { today } from "./dates";

/** The day that it is, also on a page that lay open overnight and is looked at again. */
export function useToday(): string {
  return useSyncExternalStore(subscribe, () => today());
}

function subscribe(look: () => void): () => void {
  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("focus", look);
  };
}
