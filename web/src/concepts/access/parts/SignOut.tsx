import { useState } from "react";
import { useConnection } from "../../../kit/graphql/client";
import { forgetLanguage } from "../../../kit/i18n/language";
import { useWords } from "../../../kit/i18n/words";
import type { LeftHere } from "../../../kit/offline/desk";
import { eraseKept } from "../../../kit/offline/keptStore";
import { leaveDesk, useUnsent } from "../../../kit/offline/Outbox";
import { ownerOf } from "../../../kit/offline/owner";
import { Button } from "../../../kit/ui/Button";
import { useViewer } from "../../../kit/viewer";
import { forgetChoice } from "../acting";
import { leave, mustAsk, stay, type Trouble } from "../leaving";
import { signOut } from "../session";
import { BeforeSignOut } from "./BeforeSignOut";

/** Signs out; where something of hers lies on this machine alone, not before she said what becomes of it. */
export function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useWords();
  const viewer = useViewer();
  const { client, setLeaving } = useConnection();
  const { desk, rows, stopSending } = useUnsent();
  const [asked, setAsked] = useState<LeftHere | null>(null);
  const [isGoing, setGoing] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const go = async (what: "keep" | "delete") => {
    const isOut = trouble === "leave.deleteFailed";
    setGoing(true);
    setLeaving(true);
    const end = await leave(what, {
      desk,
      signOut: async () => (isOut ? "out" : signOut(client, viewer.id)),
      erase: eraseKept,
      stopSending,
    });
    if (end !== "left") {
      setGoing(false);
      setTrouble(end);
      // Where she is out by now, what could not be deleted is hers to decide on.
      if (end !== "leave.deleteFailed") setLeaving(false);
      return;
    }
    if (what === "delete") {
      forgetLanguage(viewer.id);
      forgetChoice(viewer.id);
    }
    leaveDesk(ownerOf(viewer));
    onSignedOut();
  };

  const begin = async () => {
    setTrouble(null);
    const left = await desk.leftHere();
    setAsked(left);
    if (!mustAsk(left)) await go("delete");
  };

  return (
    <>
      <Button onClick={begin}>{t("signOut")}</Button>
      {asked ? (
        <BeforeSignOut
          // What goes out while she reads is left here no more.
          left={{ ...asked, rows: rows.filter((row) => desk.isLoss(row)) }}
          hadSomething={mustAsk(asked)}
          isGoing={isGoing}
          trouble={trouble}
          onStay={() => {
            stay();
            setAsked(null);
          }}
          onLeave={go}
        />
      ) : null}
    </>
  );
}
