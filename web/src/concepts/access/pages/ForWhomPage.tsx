import { useEffect } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Names } from "../../../kit/ui/Name";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { useViewer } from "../../../kit/viewer";
import { settled } from "../acting";
import { Door } from "../parts/Door";
import { LeftForOthers } from "../parts/LeftForOthers";
import { NotLet } from "../parts/NotLet";
import { SignOut } from "../parts/SignOut";
import { useActing } from "../useActing";
import styles from "./ForWhomPage.module.css";

interface ForWhomPageProps {
  /** Whether it could not be read who lets him. */
  failed: boolean;
  lookAgain: () => void;
  onSignedOut: () => void;
}

/**
 * Where an aide says for whom he writes, as he has nothing of his own. Where there is nothing to choose
 * he is not asked, but for when she for whom he wrote has just ended it.
 */
export function ForWhomPage({ failed, lookAgain, onSignedOut }: ForWhomPageProps) {
  const { t } = useWords();
  const { id } = useViewer();
  const { mayActFor, notLet, begin } = useActing();
  const only = mayActFor && !notLet ? settled(id, mayActFor) : null;

  // Once, for whoever that is.
  useEffect(() => {
    if (only) begin(only);
  }, [only?.memberId]);

  return (
    <Door title={t("acting.title")} lead={t("acting.lead")}>
      <NotLet />
      {mayActFor === null && failed ? <ReadFailed retry={lookAgain} /> : null}
      {only || (mayActFor === null && !failed) ? <Skeleton lines={2} /> : null}
      {mayActFor?.length === 0 ? (
        <div>
          <Empty>{t("acting.none")}</Empty>
          <Button onClick={lookAgain}>{t("acting.lookAgain")}</Button>
        </div>
      ) : null}
      {mayActFor && !only ? (
        <ul className={styles.names}>
          {mayActFor.map((one) => (
            <li key={one.memberId}>
              <Button onClick={() => begin(one)}>
                <Names of={one.name} />
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <LeftForOthers />
      <div className={styles.out}>
        <SignOut onSignedOut={onSignedOut} />
      </div>
    </Door>
  );
}
