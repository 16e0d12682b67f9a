import { useState } from "react";

/**
 * The pages of a list that were asked for so far, by their cursors. Each page is a query of its own,
 * so that "more" never reads again what is already there. A new `subject` begins at the first page.
 */
export function useCursors(subject: string): {
  cursors: (string | null)[];
  more: (cursor: string) => void;
} {
  const [state, setState] = useState<{ subject: string; cursors: (string | null)[] }>({
    subject,
    cursors: [null],
  });
  const cursors = state.subject === subject ? state.cursors : [null];
  const more = (cursor: string) => setState({ subject, cursors: [...cursors, cursor] });
  return { cursors, more };
}
