import { type ReactNode, useState } from "react";
import { useWords } from "../i18n/words";
import { Button } from "./Button";

/** How far one has gone on in a list. */
export interface Pages {
  /** How many pages were asked for beyond the one that is given this. */
  further: number;
  more: () => void;
}

/** The pages of a list that were asked for so far. A new `subject` begins at the first page. */
export function usePages(subject: string): Pages {
  const [state, setState] = useState({ subject, further: 0 });
  const further = state.subject === subject ? state.further : 0;
  return { further, more: () => setState({ subject, further: further + 1 }) };
}

interface NextPageProps {
  /** Where this page ends by now. */
  info: { hasNextPage: boolean; endCursor: string | null };
  pages: Pages;
  children: (after: string, pages: Pages) => ReactNode;
}

/**
 * What stands at the foot of a page of a list: the next page where it was asked for, or the way to ask
 * for it. Each page is a query of its own, and begins where the one above it ends now: when that is read
 * anew and a row is pushed off its end, the row is at the head of the next.
 */
export function NextPage({ info: { hasNextPage, endCursor }, pages, children }: NextPageProps) {
  const { t } = useWords();
  const { further, more } = pages;
  if (!hasNextPage || !endCursor) return null;
  if (further > 0) return children(endCursor, { further: further - 1, more });
  return (
    <li>
      <Button weight="quiet" onClick={more}>
        {t("more")}
      </Button>
    </li>
  );
}
