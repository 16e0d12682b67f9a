import { useWords } from "../../../kit/i18n/words";
import type { Unsent } from "../../../kit/offline/unsent";
import styles from "./LeftHere.module.css";

/** How many meetings she would leave behind on this machine, and in what state. */
export function LeftHere({ of }: { of: readonly Unsent[] }) {
  const { t } = useWords();
  const unfinished = of.filter(({ state }) => state.kind === "writing").length;
  const unsent = of.length - unfinished;
  return (
    <ul className={styles.list}>
      {unsent > 0 ? <li>{t("leave.unsent", { count: unsent })}</li> : null}
      {unfinished > 0 ? <li>{t("leave.unfinished", { count: unfinished })}</li> : null}
    </ul>
  );
}
