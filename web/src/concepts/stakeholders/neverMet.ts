import type { MessageKey } from "../../kit/i18n/words";

/** To a partner "not met" would be untrue: there may be meetings that are not shared with her. */
export function neverMetWord({ role }: { role: string }): MessageKey {
  return role === "PARTNER" ? "office.neverMetOpen" : "office.neverMet";
}
