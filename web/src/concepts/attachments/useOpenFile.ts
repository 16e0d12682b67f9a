import type { MouseEvent } from "react";
import { useWords } from "../../kit/i18n/words";
import { useTell } from "../../kit/ui/UndoBar";
import { useViewer } from "../../kit/viewer";

/**
 * Opening a file by its link. Whoever writes for a member says so with each request, which a link does
 * not: for him it is fetched, and handed over from here.
 */
export function useOpenFile() {
  const { t } = useWords();
  const { actingFor } = useViewer();
  const tell = useTell();
  return ({ name, url }: { name: string; url: string }) => {
    if (!actingFor) return undefined;
    return async (event: MouseEvent) => {
      event.preventDefault();
      try {
        const answer = await fetch(url, { headers: { "rabta-acting-for": actingFor } });
        if (!answer.ok) throw new Error(`the file was answered with ${answer.status}`);
        handOver(await answer.blob(), name);
      } catch {
        tell(t("file.notOpened"), url);
      }
    };
  };
}

function handOver(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it up by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
