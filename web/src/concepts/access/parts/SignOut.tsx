import { useState } from "react";
import { useConnection } from "../../../kit/graphql/client";
import { forgetLanguage } from "../../../kit/i18n/language";
import { useWords } from "../../../kit/i18n/words";
import type { LeftHere } from "../../../kit/offline/desk";
import { leaveDesk, useUnsent } from "../../../kit/offline/Outbox";
import { Button } from "../../../kit/ui/Button";
import { useViewer } from "../../../kit/viewer";
import { leave, mustAsk, type Trouble } from "../leaving";
import { signOut } from "../session";
import { BeforeSignOut } from "./BeforeSignOut";

/** Signs out; where something of hers lies on this machine alone, not before she said what becomes of it. */
export function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useWords();
  const viewer = useViewer();
  const { setLeaving } = useConnection();
  const { desk, rows, stopSending } = useUnsent();
  const [asked, setAsked] = useState<LeftHere | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const go = async (what: "keep" | "delete", left: LeftHere) => {
    const isOut = trouble === "leave.deleteFailed";
    const ways = { desk, stopSending, signOut: isOut ? async () => true : signOut };
    setLeaving(true);
    const end = await leave(what, ways);
    if (end !== "left") {
      setTrouble(end);
      if (end === "signOut.failed") setLeaving(false);
      // She is out by now, and what could not be deleted is hers to decide on.
      if (end === "leave.deleteFailed") setAsked(left);
      return;
    }
    if (what === "delete") forgetLanguage(viewer.id);
    leaveDesk();
    onSignedOut();
  };

  const begin = async () => {
    setTrouble(null);
    const left = await desk.leftHere();
    if (mustAsk(left)) setAsked(left);
    else await go("delete", left);
  };

  const stay = () => {
    setLeaving(false);
    setAsked(null);
  };

  return (
    <>
      <Button onClick={begin}>{t("signOut")}</Button>
      {trouble && !asked ? <p role="alert">{t("signOut.failed")}</p> : null}
      {asked ? (
        <BeforeSignOut
          // What goes out while she reads is left here no more.
          left={{ ...asked, rows: rows.filter((row) => desk.isLoss(row)) }}
          trouble={trouble}
          onStay={stay}
          onLeave={(what) => go(what, asked)}
        />
      ) : null}
    </>
  );
}
