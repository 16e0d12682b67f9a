import { useEffect, useRef } from "react";
import { useLocation } from "wouter";

/**
 * A page that one goes to begins at its top, for the eye and for who listens. A page that one comes
 * back to is left where the browser puts it.
 */
export function useTopOfPage() {
  const [path] = useLocation();
  const cameBack = useRef(false);
  const before = useRef(path);

  useEffect(() => {
    const remember = () => {
      cameBack.current = true;
    };
    window.addEventListener("popstate", remember);
    return () => window.removeEventListener("popstate", remember);
  }, []);

  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!cameBack.current) window.scrollTo(0, 0);
    cameBack.current = false;
    document.querySelector("main")?.focus({ preventScroll: true });
  }, [path]);
}
