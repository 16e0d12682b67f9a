import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Sheet } from "../../../kit/ui/Sheet";
import { Notice } from "../../../kit/ui/State";
import { useDevice } from "../../../kit/ui/useDevice";
import { LeftHere } from "../../meetings/parts/LeftHere";
import { useUnsent } from "../../meetings/unsent/UnsentMeetings";
import type { Unsent } from "../../meetings/unsent/unsent";
import styles from "./BeforeSignOut.module.css";

interface BeforeSignOutProps {
  left: readonly Unsent[];
  failed: boolean;
  onStay: () => void;
  onLeave: (what: "keep" | "delete") => void;
}

/** What lies on this machine alone, and what shall become of it. */
export function BeforeSignOut({ left, failed, onStay, onLeave }: BeforeSignOutProps) {
  const { t } = useWords();
  const device = useDevice();
  const { isKept } = useUnsent();
  return (
    <Sheet title={t("leave.title")} onClose={onStay}>
      <div className={styles.choices}>
        <div>
          <p>{t("leave.here", { device })}</p>
          <LeftHere of={left} />
        </div>
        {failed ? <Notice tone="bad">{t("signOut.failed")}</Notice> : null}
        <Button weight="main" onClick={onStay}>
          {t("leave.stay")}
        </Button>
        {isKept ? (
          <div className={styles.choice}>
            <Button onClick={() => onLeave("keep")}>{t("leave.keep")}</Button>
            <p className={styles.note}>{t("leave.keepHint", { device })}</p>
          </div>
        ) : null}
        <div className={styles.choice}>
          <Button onClick={() => onLeave("delete")}>{t("leave.delete")}</Button>
          <p className={styles.note}>{t("leave.deleteHint", { device })}</p>
        </div>
      </div>
    </Sheet>
  );
}
