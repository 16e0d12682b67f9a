import { useWords } from "../kit/i18n/words";
import { ReadFailed } from "../kit/ui/State";
import styles from "./FirstWait.module.css";

/** Before the first answer it is not known yet who asks. */
export function FirstWait({ failed, retry }: { failed: boolean; retry: () => void }) {
  const { t } = useWords();
  return (
    <main className={styles.wait}>
      {failed ? <ReadFailed retry={retry} /> : <p role="status">{t("read.waiting")}</p>}
    </main>
  );
}
