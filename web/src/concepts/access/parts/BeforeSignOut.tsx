import { useWords } from "../../../kit/i18n/words";
import type { LeftHere as Left } from "../../../kit/offline/desk";
import { Button } from "../../../kit/ui/Button";
import { Sheet } from "../../../kit/ui/Sheet";
import { Notice } from "../../../kit/ui/State";
import { useDevice } from "../../../kit/ui/useDevice";
import type { Trouble } from "../leaving";
import styles from "./BeforeSignOut.module.css";
import { LeftHere } from "./LeftHere";

interface BeforeSignOutProps {
  /** As it is now: what goes out while she reads is taken from it. */
  left: Left;
  /** Whether there was anything to ask about when she began. */
  hadSomething: boolean;
  /** She has said what she wants: until it is known how that ends there is no way back. */
  isGoing: boolean;
  trouble: Trouble | null;
  onStay: () => void;
  onLeave: (what: "keep" | "delete") => void;
}

/** What lies on this machine alone, and what shall become of it. */
export function BeforeSignOut(props: BeforeSignOutProps) {
  const { left, hadSomething, isGoing, trouble, onStay, onLeave } = props;
  const { t } = useWords();
  const device = useDevice();
  const isOut = trouble === "leave.deleteFailed";
  const isNothing = !isOut && left.isRead && left.rows.length === 0;
  return (
    <Sheet
      title={t(isGoing ? "signOut.going" : "leave.title")}
      isHeld={isGoing}
      onClose={isOut ? () => onLeave("keep") : onStay}
    >
      <div className={styles.choices}>
        {left.isRead ? null : <p>{t("leave.unread", { device })}</p>}
        {left.rows.length > 0 ? (
          <div>
            <p>{t("leave.here", { device })}</p>
            <LeftHere of={left.rows} />
          </div>
        ) : null}
        {isNothing && hadSomething ? <p role="status">{t("leave.nothing", { device })}</p> : null}
        {trouble && !isGoing ? <Notice tone="bad">{t(trouble, { device })}</Notice> : null}
        {isOut ? null : (
          <Button weight="main" disabled={isGoing} onClick={onStay}>
            {t("leave.stay")}
          </Button>
        )}
        {isNothing ? (
          <Button disabled={isGoing} onClick={() => onLeave("delete")}>
            {t("signOut")}
          </Button>
        ) : (
          <Ways left={left} isGoing={isGoing} onLeave={onLeave} />
        )}
      </div>
    </Sheet>
  );
}

/** To leave it here, or to take it away where it is known what it is. */
function Ways({
  left,
  isGoing,
  onLeave,
}: Pick<BeforeSignOutProps, "left" | "isGoing" | "onLeave">) {
  const { t } = useWords();
  const device = useDevice();
  const isSafe = left.isRead && left.isStored;
  return (
    <>
      <div className={styles.choice}>
        <Button disabled={isGoing} onClick={() => onLeave("keep")}>
          {t(isSafe ? "leave.keep" : "leave.asIs")}
        </Button>
        <p className={styles.note}>{t(isSafe ? "leave.keepHint" : "leave.asIsHint", { device })}</p>
      </div>
      {left.isRead ? (
        <div className={styles.choice}>
          <Button disabled={isGoing} onClick={() => onLeave("delete")}>
            {t("leave.delete")}
          </Button>
          <p className={styles.note}>{t("leave.deleteHint", { device })}</p>
        </div>
      ) : null}
    </>
  );
}
