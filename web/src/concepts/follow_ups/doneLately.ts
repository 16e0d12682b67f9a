import { addDays } from "../../kit/dates";

const DAYS = 14;
const SHOWN = 10;
const LAST = "9999";

/** The first day of what was done lately. */
export const latelySince = (today: string) => addDays(today, -DAYS);

/**
 * What was done last, the latest first: near enough to take back a tick that was a mistake, and no
 * archive.
 */
export function doneLately<Task extends { completedOn: string | null }>(
  tasks: readonly Task[],
  today: string,
): Task[] {
  const first = latelySince(today);
  return tasks
    .filter(({ completedOn }) => completedOn !== null && completedOn >= first)
    .sort((one, other) => (other.completedOn ?? "").localeCompare(one.completedOn ?? ""))
    .slice(0, SHOWN);
}

/** In the order in which the record gives the open ones: what has no day stands last. */
export function byDueDay<Task extends { dueOn: string | null }>(tasks: readonly Task[]): Task[] {
  const dayOf = ({ dueOn }: Task) => dueOn ?? LAST;
  return [...tasks].sort((one, other) => dayOf(one).localeCompare(dayOf(other)));
}
