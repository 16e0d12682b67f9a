import type { MeetingFilter, StakeholderCategory } from "../../gql/graphql";
import { CATEGORIES } from "../stakeholders/categories";

/** What the list of meetings is narrowed to, as it stands in the address. */
export interface Narrowing {
  /** What she looks for, as she typed it. */
  search: string;
  isMine: boolean;
  officeId: string | null;
  category: StakeholderCategory | null;
  /** Days, or empty. */
  from: string;
  to: string;
}

const OFFICE = /^stakeholder_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
// The days that the record knows.
const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2200-12-31";

/** An address may have been mistyped: what means nothing narrows nothing. */
export function narrowingOf(params: URLSearchParams): Narrowing {
  const office = params.get("office") ?? "";
  const category = params.get("category");
  return {
    search: params.get("search") ?? "",
    isMine: params.has("mine"),
    officeId: OFFICE.test(office) ? office : null,
    category: CATEGORIES.find((value) => value === category) ?? null,
    from: dayOf(params.get("from")),
    to: dayOf(params.get("to")),
  };
}

/** Whether the time ends before it begins, so that no meeting can lie in it. */
export function endsBeforeItBegins({ from, to }: Narrowing): boolean {
  return from !== "" && to !== "" && to < from;
}

/** In the words of the contract. A day that is only half typed does not count yet. */
export function filterOf(narrowing: Narrowing, memberId: string | null): MeetingFilter {
  const { isMine, officeId, category } = narrowing;
  const search = narrowing.search.trim();
  const from = isKnown(narrowing.from) ? { from: narrowing.from } : null;
  const to = isKnown(narrowing.to) ? { to: narrowing.to } : null;
  const hasPeriod = (from || to) && !endsBeforeItBegins(narrowing);
  return {
    ...(search ? { search } : {}),
    ...(isMine && memberId ? { memberIds: [memberId] } : {}),
    ...(officeId ? { stakeholderIds: [officeId] } : {}),
    ...(category ? { categories: [category] } : {}),
    ...(hasPeriod ? { period: { ...from, ...to } } : {}),
  };
}

function dayOf(text: string | null): string {
  return text && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";
}

function isKnown(day: string): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}
