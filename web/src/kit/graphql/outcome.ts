import type { CombinedError, OperationResult } from "urql";
import { hasCode } from "./client";

/** What the caller did wrong, as every payload carries it. */
export interface UserError {
  code: string;
  path: readonly string[];
  message: string;
}

/**
 * How a write ended, in the four ways that a person has to be told apart. `unsure` is not `failed`:
 * nobody can say yet whether it took hold, and asking again with the same ids settles it.
 */
export type Outcome<Payload> =
  | { kind: "done"; payload: Payload }
  | { kind: "refused"; payload: Payload; errors: readonly UserError[] }
  | { kind: "offline" }
  | { kind: "unsure" }
  | { kind: "failed"; error: CombinedError | null };

export function outcomeOf<Data, Payload extends { userErrors: readonly UserError[] }>(
  result: Pick<OperationResult<Data>, "data" | "error">,
  pick: (data: Data) => Payload,
): Outcome<Payload> {
  if (result.error?.networkError) return { kind: "offline" };
  if (hasCode(result.error, "OUTCOME_UNKNOWN")) return { kind: "unsure" };
  if (result.error || !result.data) return { kind: "failed", error: result.error ?? null };
  const payload = pick(result.data);
  return payload.userErrors.length > 0
    ? { kind: "refused", payload, errors: payload.userErrors }
    : { kind: "done", payload };
}

/** The errors that belong to the field at this path, or to anything inside it. */
export function errorsAt(errors: readonly UserError[], path: readonly string[]): UserError[] {
  return errors.filter((error) => path.every((step, index) => error.path[index] === step));
}
