import { useState } from "react";
import { forgetLanguage } from "../../../kit/i18n/language";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { useViewer } from "../../../kit/viewer";
import { useLeftHere } from "../../meetings/parts/LeftHere";
import { leaveDesk, useUnsent } from "../../meetings/unsent/UnsentMeetings";
import { signOut } from "../session";
import { BeforeSignOut } from "./BeforeSignOut";

/** Signs out; where something of hers lies on this machine alone, not before she said what becomes of it. */
export function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useWords();
  const viewer = useViewer();
  const { desk, stopSending } = useUnsent();
  const left = useLeftHere();
  const [isAsked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);

  const leave = async (what: "keep" | "delete") => {
    const isOut = await signOut();
    setFailed(!isOut);
    if (!isOut) return;
    stopSending();
    if (what === "delete") {
      await desk.clear();
      forgetLanguage(viewer.id);
    }
    leaveDesk();
    onSignedOut();
  };

  return (
    <>
      <Button onClick={() => (left.length > 0 ? setAsked(true) : void leave("delete"))}>
        {t("signOut")}
      </Button>
      {failed && !isAsked ? <p role="alert">{t("signOut.failed")}</p> : null}
      {isAsked ? (
        <BeforeSignOut left={left} failed={failed} onStay={() => setAsked(false)} onLeave={leave} />
      ) : null}
    </>
  );
}
