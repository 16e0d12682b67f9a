import type { MessageKey } from "../../kit/i18n/words";

/** What stands on the button that saves, by how far it has come. */
export function saveWord(state: string): MessageKey {
  if (state === "sending") return "save.sending";
  return state === "failed" ? "read.retry" : "save";
}
