import { enumKey, type MessageKey } from "../../kit/i18n/words";
import type { Money } from "../../kit/money";

/** Of what the history is told: the same word means another thing of another. */
export type HistoryOf = "meeting" | "promise" | "office" | "letter";

/** What a place of a page is called. */
export function wordOfField(field: string): MessageKey {
  return enumKey("historyField", field, "historyField.other");
}

/** The list of words that a value of a place is one of, in each of what has a history. */
const LISTS: Record<string, string> = {
  audience: "audience",
  wordsAudience: "audience",
  category: "category",
  direction: "direction",
  mode: "mode",
  toldChannel: "told",
  "meeting.kind": "meetingKind",
  "meeting.status": "meetingStatus",
  "letter.kind": "documentKind",
  "promise.kind": "promiseKind",
  "promise.status": "promiseStatus",
  "promise.reported": "promiseStatus",
  "promise.steps": "promiseStatus",
};

type ReadAs =
  | { as: "day" | "moment" | "text"; text: string }
  | { as: "word"; key: MessageKey }
  | { as: "amount"; rung: MessageKey; amount: Money };

/** An amount of the ladder, as the log has it: `RELEASED 3000000.00 PKR`. */
const AMOUNT = /^([A-Z]+) (\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** How a value is said: a day as a day, a word of a list in the reader's language, else as it is. */
export function readText(of: HistoryOf, field: string, text: string): ReadAs {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { as: "day", text };
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return { as: "moment", text };
  if (text === "true" || text === "false") return { as: "word", key: `history.${text}` };
  const [, rung, amount, currency] = (field === "amounts" && AMOUNT.exec(text)) || [];
  if (rung && amount && currency) {
    return { as: "amount", rung: enumKey("rung", rung, "rung.SAID"), amount: { amount, currency } };
  }
  const list = LISTS[`${of}.${field}`] ?? LISTS[field];
  if (list) return { as: "word", key: enumKey(list, text, "history.other") };
  return { as: "text", text };
}
