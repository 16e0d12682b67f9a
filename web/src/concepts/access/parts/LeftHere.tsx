import { useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import type { Unsent } from "../../../kit/offline/unsent";
import styles from "./LeftHere.module.css";

/** How much she would leave behind on this machine, and in what state. */
export function LeftHere({ of }: { of: readonly Unsent[] }) {
  const { t } = useWords();
  const { desk } = useUnsent();
  return (
    <ul className={styles.list}>
      {[...desk.counted(of)].map(([word, count]) => (
        <li key={word}>{t(word, { count })}</li>
      ))}
    </ul>
  );
}
