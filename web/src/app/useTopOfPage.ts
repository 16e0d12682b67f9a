import { useEffect, useRef } from "react";
import { useLocation, useSearch } from "wouter";

// Listened to before the router does, which draws the page that one comes back to at once.
let hasComeBack = false;
let shown = addressHere();
window.addEventListener("popstate", () => {
  // A sheet that is closed so leaves the page where it is.
  if (addressHere() !== shown) hasComeBack = true;
});

function addressHere(): string {
  return window.location.pathname + window.location.search;
}

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
    shown = addressHere();
    hasComeBack = false;
    if (before.current === path) return;
    before.current = path;
    if (!isBack) window.scrollTo(0, 0);
    document.querySelector("main")?.focus({ preventScroll: true });
  }, [path, search]);
}
