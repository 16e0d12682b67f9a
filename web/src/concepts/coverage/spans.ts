import { addDays, monthsBefore } from "../../kit/dates";

/** Over what time can be asked, in the order of the choice. */
export const SPANS = ["year", "calendarYear", "quarter", "all"] as const;

export type Span = (typeof SPANS)[number];

/** The span that the address names, or the usual one. */
export function spanOf(value: string | null): Span {
  return SPANS.find((span) => span === value) ?? "year";
}

/**
 * The days of a span. A calendar year is whole, since whom to meet is listed for a whole one; so is a
 * quarter, the last that is over, since of such a one partners are told how many people were met.
 */
export function periodOf(span: Span, today: string): { from?: string; to?: string } {
  if (span === "all") return {};
  if (span === "year") return { from: addDays(monthsBefore(today, 12), 1), to: today };
  const year = today.slice(0, 4);
  if (span === "quarter") {
    const begun = `${year}-${String(3 * Math.ceil(Number(today.slice(5, 7)) / 3) - 2).padStart(2, "0")}-01`;
    return { from: monthsBefore(begun, 3), to: addDays(begun, -1) };
  }
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}
