import { useState } from "react";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { signOut } from "../session";

export function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    const left = await signOut();
    setFailed(!left);
    if (left) onSignedOut();
  };
  return (
    <>
      <Button onClick={leave}>{t("signOut")}</Button>
      {failed ? <p role="alert">{t("signOut.failed")}</p> : null}
    </>
  );
}
