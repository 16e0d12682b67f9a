import { type MessageKey, Sentence } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { isWaiting } from "../../../kit/offline/unsent";
import { Text } from "../../../kit/ui/Text";
import { isWorthTelling, type TickedTask, ticksOf } from "../ticks";

/** What the bar says of a tick, which is at every moment what its row says. */
export function TickSaid({ of: { id, title } }: { of: TickedTask }) {
  const { rows } = useUnsent();
  const unsettled = ticksOf(rows, id);
  const last = unsettled.findLast(isWaiting) ?? unsettled.at(-1);
  const told: MessageKey =
    !last || !isWorthTelling(last)
      ? "task.ticked"
      : isWaiting(last)
        ? "task.tickedWaiting"
        : "task.tickedRefused";
  return <Sentence id={told} values={{ title: <Text of={title} /> }} />;
}
