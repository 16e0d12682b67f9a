import type { MessageKey } from "../../kit/i18n/words";

/**
 * Where nobody of an office was at any meeting that she may see. To a partner "not met" would be
 * untrue: there may be meetings that are not shared with her. Where meetings are listed all the same,
 * to which they were asked, it says why these do not count.
 */
export function neverMetWord({ role }: { role: string }, isListed = false): MessageKey {
  if (isListed) return role === "PARTNER" ? "office.noneCameOpen" : "office.noneCame";
  return role === "PARTNER" ? "office.neverMetOpen" : "office.neverMet";
}

/**
 * What the last meeting that an office attended was to it. "Met" is said as *Whom we met* counts it:
 * not of a public event, nor of a meeting among ourselves.
 */
export function lastMetWord(
  kind: string,
): "office.lastMetOn" | "office.seenOn" | "office.withUsOn" {
  if (kind === "PUBLIC_EVENT") return "office.seenOn";
  return kind === "INTERNAL" ? "office.withUsOn" : "office.lastMetOn";
}
