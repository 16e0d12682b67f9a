import { useEffect, useRef } from "react";
import { useLocation, useSearch } from "wouter";

// Listened to before the router does, which draws the page that one comes back to at once.
let hasComeBack = false;
window.addEventListener("popstate", () => {
  hasComeBack = true;
});

/**
 * A page that one goes to begins at its top, for the eye and for who listens. A page that one comes
 * back to is left where the browser puts it.
 */
export function useTopOfPage() {
  const [path] = useLocation();
  const search = useSearch();
  const before = useRef(path);

  // Also where only what is asked for has changed, so that a way back is forgotten once it was gone.
  useEffect(() => {
    const isBack = hasComeBack;
    hasComeBack = false;
    if (before.current === path) return;
    before.current = path;
    if (!isBack) window.scrollTo(0, 0);
    document.querySelector("main")?.focus({ preventScroll: true });
  }, [path, search]);
}
