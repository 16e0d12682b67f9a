import { useEffect } from "react";
import { useConnection } from "../kit/graphql/client";
import { useWords } from "../kit/i18n/words";
import { canLog, useViewer } from "../kit/viewer";
import { keepAhead } from "./keepAhead";

/** Reads what she needs in the field before she asks for it. Not where she asked to save data. */
export function ReadAhead() {
  const viewer = useViewer();
  const { client, kept, writes } = useConnection();
  const { language } = useWords();
  const isWanted = canLog(viewer) && !savesData();

  useEffect(() => {
    if (!isWanted) return;
    return keepAhead({ client, kept, writes, language });
  }, [client, kept, writes, isWanted, language]);

  return null;
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}
