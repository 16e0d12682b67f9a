import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { useWords } from "../../kit/i18n/words";
import type { LeftHere as Left } from "../../kit/offline/desk";
import { useUnsent } from "../../kit/offline/Outbox";
import { SendNow } from "../../kit/offline/SendNow";
import { isWaiting } from "../../kit/offline/unsent";
import { Button } from "../../kit/ui/Button";
import { Sheet } from "../../kit/ui/Sheet";
import styles from "./parts/BeforeSignOut.module.css";
import { LeftHere } from "./parts/LeftHere";

/**
 * Changes for whom it is written, unless something waits to be sent or is begun: that is finished
 * before, or deleted, so that nothing that was written for one can go out for another.
 */
export function useChangeActing(): { change: (to: () => void) => Promise<void>; held: ReactNode } {
  const { desk, rows } = useUnsent();
  const [asked, setAsked] = useState<Left | null>(null);
  const change = async (to: () => void) => {
    const left = await desk.leftHere();
    if (left.rows.length > 0) setAsked(left);
    else to();
  };
  const held = asked ? (
    <FinishFirst
      // What goes out while he reads is taken from it.
      of={rows.filter((row) => desk.isLoss(row))}
      onClose={() => setAsked(null)}
    />
  ) : null;
  return { change, held };
}

function FinishFirst({ of, onClose }: { of: Left["rows"]; onClose: () => void }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const look = () => {
    onClose();
    go("/");
  };
  return (
    <Sheet title={t("acting.held")} onClose={onClose}>
      <div className={styles.choices}>
        {of.length > 0 ? (
          <>
            <div>
              <p>{t("acting.heldWhy")}</p>
              <LeftHere of={of} />
            </div>
            {of.some(isWaiting) ? <SendNow /> : null}
            <Button onClick={look}>{t("acting.look")}</Button>
          </>
        ) : (
          <p role="status">{t("acting.heldNoMore")}</p>
        )}
      </div>
    </Sheet>
  );
}
