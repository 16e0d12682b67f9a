import { useUnsent } from "../../../kit/offline/Outbox";
import { WaitingSection } from "../../../kit/offline/WaitingSection";
import { isTick, isWorthTelling } from "../ticks";
import { UnsentTick } from "./UnsentTick";

/**
 * The ticks that are not in the record yet. It stands below the tasks: above them it would push the
 * next one from under the thumb.
 */
export function UnsentTicks() {
  const { rows } = useUnsent();
  const ticks = rows.filter(isTick).filter(isWorthTelling);
  return (
    <WaitingSection title="home.ticksWaiting" of={ticks}>
      {ticks.map((tick) => (
        <UnsentTick key={tick.id} tick={tick} />
      ))}
    </WaitingSection>
  );
}
