import type { Rung } from "../../gql/graphql";

/** How far money has come, from what was asked to what was spent. */
export const RUNGS: readonly Rung[] = [
  "ASKED",
  "SAID",
  "WRITTEN",
  "APPROVED",
  "BUDGETED",
  "AUTHORISED",
  "RELEASED",
  "SPENT",
];

/** Whether something came of it in money: it was approved or more, and not only asked, said or written. */
export function hasCome(amounts: readonly { rung: Rung }[]): boolean {
  return amounts.some(({ rung }) => RUNGS.indexOf(rung) >= RUNGS.indexOf("APPROVED"));
}

/** The fiscal year, from 1 July on, in which a day lies, as it is written: `2025-26`. */
function fiscalYearOf(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < "07" ? 1 : 0);
  return written(year);
}

/** The fiscal years that are asked about most: last year's to the one after next. */
export function fiscalYearsAround(day: string): string[] {
  const now = Number(fiscalYearOf(day).slice(0, 4));
  return [-1, 0, 1, 2].map((ahead) => written(now + ahead));
}

function written(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
}

/** By fiscal year, those without one last; within it as far as they have come. */
export function inOrder<Amount extends { rung: Rung; fiscalYear: string | null; on: string }>(
  amounts: readonly Amount[],
): Amount[] {
  const place = ({ rung, fiscalYear, on }: Amount) =>
    `${fiscalYear ?? "9"} ${RUNGS.indexOf(rung)} ${on}`;
  return amounts.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
}
