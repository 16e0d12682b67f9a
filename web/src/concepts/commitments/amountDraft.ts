import type { Ladder_CommitmentFragment, RecordAmountInput, Rung } from "../../gql/graphql";
import type { UserError } from "../../kit/graphql/outcome";
import { parseRupees } from "../../kit/money";
import { type EvidenceDraft, evidenceAgain, evidenceOf, NO_EVIDENCE } from "./evidence";

/** An amount as she writes it. */
export interface AmountDraft extends EvidenceDraft {
  rung: Rung | null;
  /** As people write it: "1.5 crore". */
  amount: string;
  /** As `2025-26`; empty where none was named. */
  fiscalYear: string;
  reference: string;
  on: string;
}

type Amount = Ladder_CommitmentFragment["amounts"][number];

export function newAmount(today: string): AmountDraft {
  return { rung: null, amount: "", fiscalYear: "", reference: "", on: today, ...NO_EVIDENCE };
}

/** What is wrong already before the server is asked, in its own terms. */
export function missingInAmount(draft: AmountDraft): UserError[] {
  const wrong = (field: string, code: string): UserError => ({ code, path: [field], message: "" });
  const amount = draft.amount.trim();
  return [
    ...(draft.rung ? [] : [wrong("rung", "REQUIRED")]),
    ...(amount === "" ? [wrong("amount", "REQUIRED")] : []),
    ...(amount !== "" && parseRupees(amount) === null ? [wrong("amount", "INVALID")] : []),
    ...(draft.on === "" ? [wrong("on", "REQUIRED")] : []),
  ];
}

/** In the words of the contract; only of a draft without problems. */
export function amountInput(draft: AmountDraft, rung: Rung): Omit<RecordAmountInput, "id"> {
  const reference = draft.reference.trim();
  return {
    rung,
    amount: { amount: parseRupees(draft.amount) ?? draft.amount },
    on: draft.on,
    ...(draft.fiscalYear ? { fiscalYear: draft.fiscalYear } : {}),
    ...(reference ? { reference } : {}),
    ...evidenceOf(draft),
  };
}

/** An amount that was taken out, in the words of the contract, to be put back as it was. */
export function againOf(of: Amount): Omit<RecordAmountInput, "id"> {
  const { rung, on, fiscalYear, reference, evidence } = of;
  const { amount, currency } = of.amount;
  return {
    ...{ rung, on, amount: { amount, currency } },
    ...(fiscalYear ? { fiscalYear } : {}),
    ...(reference ? { reference } : {}),
    ...(evidence ? { evidence: evidenceAgain(evidence) } : {}),
  };
}

/** What the record refused, said of the field at which it stands on the form. */
export function ofTheForm(error: UserError): UserError {
  const [first, second] = error.path;
  const isInside = (first === "amount" || first === "evidence") && second !== undefined;
  if (!isInside || second === "amount") return error;
  return { ...error, path: [second === "documentId" ? "letter" : second] };
}
