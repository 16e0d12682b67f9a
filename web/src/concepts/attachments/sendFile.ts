import type { Audience } from "../../gql/graphql";
import type { SaveEnding } from "../../kit/form/ending";
import type { UserError } from "../../kit/graphql/outcome";
import { nameOf } from "./kinds";

/** A file on its way into the record. With the same ids it is there once, however often it is sent. */
export interface FileToSend {
  id: string;
  requestId: string;
  /** What it hangs on. */
  on: string;
  file: File;
  /** Who may open it. */
  wordsAudience: Audience;
}

/** What came back of it; null where no answer came. */
export type Answer = { status: number; body: string } | null;

// The record gives a file three minutes to come.
const PATIENCE = 200_000;

/** Sends it and tells how far that has come, from 0 to 1. What is called off has no answer. */
export function sendFile(
  { file, wordsAudience, ...ids }: FileToSend,
  actingFor: string | null,
  calledOff: AbortSignal,
  onProgress: (part: number) => void,
): Promise<Answer> {
  const address = new URLSearchParams({ ...ids, name: nameOf(file), wordsAudience });
  return new Promise((resolve) => {
    // Only this way does a browser tell how much of it has gone.
    const request = new XMLHttpRequest();
    request.open("POST", `/attachments?${address}`);
    // What it is, the record tells by its content.
    request.setRequestHeader("content-type", "application/octet-stream");
    if (actingFor) request.setRequestHeader("rabta-acting-for", actingFor);
    request.timeout = PATIENCE;
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener("load", () =>
      resolve({ status: request.status, body: request.responseText }),
    );
    for (const end of ["error", "abort", "timeout"]) {
      request.addEventListener(end, () => resolve(null));
    }
    calledOff.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** What is wrong with a file, where that says more than the code alone. */
const OF_FILES: Record<string, string> = {
  "file INVALID": "FILE_CONTENT",
  "file REQUIRED": "FILE_EMPTY",
  "name INVALID": "FILE_NAME",
  "name TOO_LONG": "FILE_NAME",
  NOT_FOUND: "FILE_NOWHERE",
  INVALID_TRANSITION: "FILE_NOWHERE",
  ID_CONFLICT: "FILE_THERE",
};

/** How it ended, as its form has to know it. */
export function endingOfSend(answer: Answer): SaveEnding {
  if (!answer) return { kind: "failed", word: "file.offline" };
  const { status, body } = answer;
  if (status === 201) return { kind: "saved" };
  // By the record, or by what stands before it, which takes less at times.
  if (status === 413) return refused([{ code: "FILE_REFUSED_AS_LARGE", path: ["file"] }]);
  if (status === 408) return { kind: "failed", word: "file.slow" };
  const { code, userErrors } = readAnswer(body);
  if (userErrors.length > 0) {
    return refused(
      userErrors.map(({ code: plain, path }) => ({
        code: OF_FILES[`${path[0]} ${plain}`] ?? OF_FILES[plain] ?? plain,
        path,
      })),
    );
  }
  return { kind: "failed", word: code === "OUTCOME_UNKNOWN" ? "file.offline" : "file.failed" };
}

function refused(errors: readonly Pick<UserError, "code" | "path">[]): SaveEnding {
  return { kind: "refused", errors: errors.map((error) => ({ message: "", ...error })) };
}

/** What stands before the record may answer in its place, with a page of its own. */
function readAnswer(body: string): { code?: string; userErrors: readonly UserError[] } {
  try {
    const { code, userErrors } = JSON.parse(body) ?? {};
    return { code, userErrors: Array.isArray(userErrors) ? userErrors : [] };
  } catch {
    return { userErrors: [] };
  }
}
