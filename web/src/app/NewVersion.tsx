import { useSyncExternalStore } from "react";
import { useLocation } from "wouter";
import { useWords } from "../kit/i18n/words";
import { Button } from "../kit/ui/Button";
import { Notice } from "../kit/ui/State";
import { newVersion, openNewVersion } from "./keepShell";

// Where she may be writing something that is not kept anywhere yet.
const FORMS = /\/(?:new|form|mend)$/;

/** Says that a new version of the page is ready, and opens it when she says so, never by itself. */
export function NewVersion() {
  const { t } = useWords();
  const [path] = useLocation();
  const isReady = useSyncExternalStore(newVersion.subscribe, newVersion.isReady);
  if (!isReady || FORMS.test(path)) return null;
  return (
    <Notice tone="plain">
      <p>{t("version.ready")}</p>
      <Button onClick={openNewVersion}>{t("version.open")}</Button>
    </Notice>
  );
}
