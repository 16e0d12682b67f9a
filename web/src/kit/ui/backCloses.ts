import { useEffect, useRef } from "react";

interface Open {
  close: () => void;
  isHeld: () => boolean;
}

/** The sheets that a way back closes, the one on top last. */
const sheets: Open[] = [];
let isToSettle = false;

/** How many sheets lie over the page at the point of its history at which it is. */
function depth(): number {
  return (window.history.state as { sheets?: number } | null)?.sheets ?? 0;
}

/** Makes the history of the page as deep as there are sheets; what comes and goes at once is settled once. */
function settleSoon() {
  if (isToSettle) return;
  isToSettle = true;
  queueMicrotask(() => {
    isToSettle = false;
    const missing = sheets.length - depth();
    if (missing < 0) window.history.go(missing);
    for (let step = 0; step < missing; step += 1) {
      window.history.pushState({ ...window.history.state, sheets: depth() + 1 }, "");
    }
  });
}

function onBack() {
  for (const sheet of sheets.slice(depth()).reverse()) {
    if (!sheet.isHeld()) sheet.close();
  }
  settleSoon();
}

/**
 * The phone's way back closes what lies on top and leaves the page where it is: else what was written
 * on it would be gone with the page.
 */
export function useBackCloses(onClose: () => void, isHeld: boolean, isUsed: boolean): void {
  const now = useRef({ onClose, isHeld });
  now.current = { onClose, isHeld };
  useEffect(() => {
    if (!isUsed) return;
    const sheet = { close: () => now.current.onClose(), isHeld: () => now.current.isHeld };
    if (sheets.length === 0) window.addEventListener("popstate", onBack);
    sheets.push(sheet);
    settleSoon();
    return () => {
      sheets.splice(sheets.indexOf(sheet), 1);
      settleSoon();
    };
  }, [isUsed]);
}
