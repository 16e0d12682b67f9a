import { useState } from "react";
import type { UserError } from "../graphql/outcome";
import { enumKey, type MessageKey, useWords } from "../i18n/words";
import type { SaveEnding } from "./ending";

type SaveState = { kind: "idle" | "sending" } | Exclude<SaveEnding, { kind: "saved" }>;

/** The words for what is wrong, of those that say more than the code does. */
const WORDS: Record<string, MessageKey> = {
  "who REQUIRED": "error.whoRequired",
  "name REQUIRED": "error.nameRequired",
  "title REQUIRED": "error.titleRequired",
  "phones INVALID": "error.phone",
  "on INVALID": "error.postEndsBefore",
  "on TO_COME": "stepError.TO_COME",
  "on BEFORE_HOLDER": "reconfirm.beforeHolder",
  "amount REQUIRED": "amountError.none",
  "amount INVALID": "amountError.none",
  "amount OUT_OF_RANGE": "amountError.range",
  "rung REQUIRED": "amountError.rung",
  "currency INVALID": "amountError.currency",
  "kind REQUIRED": "letterError.kind",
  "partyIds REQUIRED": "letterError.office",
  "subject REQUIRED": "letterError.subject",
  "text REQUIRED": "error.promiseEmpty",
  "saidOn REQUIRED": "stepError.DAY_MISSING",
  "saidOn TO_COME": "stepError.TO_COME",
  "dueOn REQUIRED": "error.DAY_MISSING",
  "replyDueOn OUT_OF_RANGE": "letterError.replyBefore",
  "stakeholderIds REQUIRED": "listError.nobody",
  "to INVALID": "error.ENDS_BEFORE",
  // About the whole: of whom she is not one who may.
  " FORBIDDEN": "error.personForbidden",
};

/**
 * The saving of a form in a sheet: how far it has come, and what is wrong at which of its fields,
 * until that is written anew.
 */
export function useSave(send: () => Promise<SaveEnding>, fields: readonly string[]) {
  const { t } = useWords();
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const errors = state.kind === "refused" ? state.errors : [];
  const inWords = ({ code, path: [field = ""] }: UserError) =>
    t(WORDS[`${field} ${code}`] ?? enumKey("error", code, "error.INVALID"));

  const save = async (): Promise<boolean> => {
    if (state.kind === "sending") return false;
    setState({ kind: "sending" });
    const ending = await send();
    setState(ending.kind === "saved" ? { kind: "idle" } : ending);
    return ending.kind === "saved";
  };
  /** The first thing that is wrong at this path or inside it. */
  const errorAt = (...path: string[]) => {
    const first = errors.find((error) => path.every((step, at) => error.path[at] === step));
    return first && inWords(first);
  };
  /** What is wrong with the whole of a field, and with no part of it. */
  const errorOf = (field: string) => {
    const first = errors.find(({ path }) => path.length === 1 && path[0] === field);
    return first && inWords(first);
  };
  /** What is written anew is not called wrong any more. */
  const forget = (field: string) => {
    if (state.kind !== "refused") return;
    setState({ ...state, errors: state.errors.filter(({ path }) => path[0] !== field) });
  };
  const others = errors.filter(({ path }) => !fields.includes(path[0] ?? "")).map(inWords);
  return { state, save, errorAt, errorOf, forget, others };
}
