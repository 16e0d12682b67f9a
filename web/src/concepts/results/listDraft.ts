import type { UserError } from "../../kit/graphql/outcome";
import { newId } from "../../kit/ids";

/** What is written of a list of whom to meet. Its id is made with the form, so that it is made once. */
export interface ListDraft {
  id: string;
  en: string;
  ur: string;
  from: string;
  to: string;
  /** Whom it names, by id. */
  named: ReadonlySet<string>;
}

/** A list of this year that names nobody yet. */
export function newListDraft(today: string): ListDraft {
  const year = today.slice(0, 4);
  return {
    id: newId("target_list"),
    en: "",
    ur: "",
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    named: new Set(),
  };
}

/** The most offices that one list names; the record takes no more. */
export const MOST_NAMED = 2_000;

/** What is wrong already before the server is asked, in its own terms. */
export function wrongIn(draft: ListDraft): UserError[] {
  const wrong = (code: string, field: string) => ({ code, path: [field], message: "" });
  const { size } = draft.named;
  return [
    draft.en.trim() || draft.ur.trim() ? [] : [wrong("REQUIRED", "name")],
    draft.from ? [] : [wrong("REQUIRED", "from")],
    draft.to ? [] : [wrong("REQUIRED", "to")],
    draft.from && draft.to && draft.to < draft.from ? [wrong("INVALID", "to")] : [],
    size === 0 ? [wrong("REQUIRED", "stakeholderIds")] : [],
    size > MOST_NAMED ? [wrong("TOO_MANY", "stakeholderIds")] : [],
  ].flat();
}

/** The fields as they are sent; the ids in an order of their own, so that the same list is the same. */
export function fieldsOf(draft: ListDraft) {
  return {
    name: { en: draft.en.trim() || null, ur: draft.ur.trim() || null },
    from: draft.from,
    to: draft.to,
    stakeholderIds: [...draft.named].sort(),
  };
}

/** What she wrote upon a list that somebody else has changed since: hers where she changed it. */
export function rebase(base: ListDraft, now: ListDraft, draft: ListDraft): ListDraft {
  const pick = (field: "en" | "ur" | "from" | "to") =>
    draft[field] === base[field] ? now[field] : draft[field];
  const named = new Set(now.named);
  for (const id of draft.named) if (!base.named.has(id)) named.add(id);
  for (const id of base.named) if (!draft.named.has(id)) named.delete(id);
  return {
    id: draft.id,
    en: pick("en"),
    ur: pick("ur"),
    from: pick("from"),
    to: pick("to"),
    named,
  };
}

/** Whether both say the same. */
export function isAlike(one: ListDraft, other: ListDraft): boolean {
  return JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));
}
