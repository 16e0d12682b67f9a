import type { DocumentFilter, DocumentOrder } from "../../gql/graphql";
import { LETTERS } from "./letterDraft";

/** What she looks at of all that came in and went out. */
export const LETTER_VIEWS = ["all", "waiting"] as const;

/** What the list of letters is narrowed to, as it stands in the address. */
export interface LetterNarrowing {
  view: (typeof LETTER_VIEWS)[number];
  officeId: string | null;
}

const OFFICE = /^stakeholder_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An address may have been mistyped: what means nothing narrows nothing. */
export function letterNarrowingOf(params: URLSearchParams): LetterNarrowing {
  const office = params.get("office") ?? "";
  return {
    view: LETTER_VIEWS.find((view) => view === params.get("show")) ?? "all",
    officeId: OFFICE.test(office) ? office : null,
  };
}

/** In the words of the address. */
export function letterAddressOf({ view, officeId }: LetterNarrowing): Record<string, string> {
  return {
    ...(view === "all" ? {} : { show: view }),
    ...(officeId ? { office: officeId } : {}),
  };
}

/** In the words of the contract: the last first, and of what waits for an answer the longest due. */
export function lettersAsked({ view, officeId }: LetterNarrowing): {
  filter: DocumentFilter;
  orderBy: DocumentOrder;
} {
  const isWaiting = view === "waiting";
  return {
    filter: {
      kinds: [...LETTERS],
      ...(isWaiting ? { awaitsReply: true } : {}),
      ...(officeId ? { stakeholderIds: [officeId] } : {}),
    },
    orderBy: isWaiting
      ? { field: "REPLY_DUE_ON", direction: "ASC" }
      : { field: "DAY", direction: "DESC" },
  };
}
