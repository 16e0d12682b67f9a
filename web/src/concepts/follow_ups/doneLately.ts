import { addDays } from "../../kit/dates";

const DAYS = 14;
const SHOWN = 10;

/**
 * What was done last, the latest first: near enough to take back a tick that was a mistake, and no
 * archive.
 */
export function doneLately<Task extends { completedOn: string | null }>(
  tasks: readonly Task[],
  today: string,
): Task[] {
  const first = addDays(today, -DAYS);
  return tasks
    .filter(({ completedOn }) => completedOn !== null && completedOn >= first)
    .sort((one, other) => (other.completedOn ?? "").localeCompare(one.completedOn ?? ""))
    .slice(0, SHOWN);
}
