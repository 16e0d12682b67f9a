import { useEffect, useRef, useState } from "react";
import type { SaveEnding } from "../../kit/form/ending";
import { requestIds } from "../../kit/graphql/requestIds";
import { useViewer } from "../../kit/viewer";
import { wrongWith } from "./kinds";
import { endingOfSend, type FileToSend, sendFile } from "./sendFile";

/**
 * Sends a file to a record. The same asked again is the same request, so that what may have arrived is
 * not there twice; whoever leaves the form calls off what is under way.
 */
export function useSendFile(on: string) {
  const { actingFor } = useViewer();
  const [requestIdFor] = useState(requestIds);
  const [progress, setProgress] = useState(0);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const send = async (what: Omit<FileToSend, "requestId" | "on">): Promise<SaveEnding> => {
    const wrong = wrongWith(what.file);
    if (wrong) return { kind: "refused", errors: [{ code: wrong, path: ["file"], message: "" }] };
    setProgress(0);
    underWay.current = new AbortController();
    const requestId = requestIdFor([what.id, what.wordsAudience]);
    const { signal } = underWay.current;
    return endingOfSend(await sendFile({ ...what, on, requestId }, actingFor, signal, setProgress));
  };
  return { send, progress };
}
