/** From how many on she is offered to confirm them in one go. */
const MANY = 4;

interface Waits {
  record: { id?: string; confirmedAt?: string | null; archivedOn?: string | null } | null;
}

/** Those that wait still: what she has confirmed, mended or taken away goes from the list at once. */
export function stillWaiting<One extends Waits>(
  nodes: readonly One[],
): (One & { record: NonNullable<One["record"]> })[] {
  return nodes.filter(
    (one): one is One & { record: NonNullable<One["record"]> } =>
      one.record !== null && !one.record.confirmedAt && !one.record.archivedOn,
  );
}

export function areMany(waiting: readonly unknown[]): boolean {
  return waiting.length >= MANY;
}
