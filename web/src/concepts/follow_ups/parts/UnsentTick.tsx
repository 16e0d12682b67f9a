import { useWords } from "../../../kit/i18n/words";
import { isWaiting, reasonOf } from "../../../kit/offline/unsent";
import { Day } from "../../../kit/ui/Day";
import { Text } from "../../../kit/ui/Text";
import type { Tick } from "../ticks";
import { Refusal } from "./Refusal";
import styles from "./UnsentTick.module.css";

/** A tick among what lies on this machine and is not in the record. */
export function UnsentTick({ tick }: { tick: Tick }) {
  const { t } = useWords();
  const { way, title, on } = tick.draft;
  return (
    <li className={styles.row}>
      <span>
        {t(`tick.${way}`)}: <Text of={title} />
      </span>
      <span className={styles.day}>
        <Day of={on} />
      </span>
      <p className={isWaiting(tick) ? styles.reason : styles.refused}>
        {isWaiting(tick) ? t(`unsent.${reasonOf(tick)}`) : <Refusal of={tick} />}
      </p>
    </li>
  );
}
