import type { CombinedError, OperationResult } from "urql";
import type { MessageKey } from "../i18n/words";
import { hasCode } from "./client";

/** What the caller did wrong, as every payload carries it. */
export interface UserError {
  code: string;
  path: readonly string[];
  message: string;
}

/**
 * How a write ended, in the ways that a person has to be told apart. `failed` is what surely did not
 * happen. After `unsure`, as after `offline`, nobody can say yet whether it took hold, and asking again
 * with the same ids settles it.
 */
export type Outcome<Payload> =
  | { kind: "done"; payload: Payload }
  | { kind: "refused"; payload: Payload; errors: readonly UserError[] }
  | { kind: "offline" }
  | { kind: "unsure" }
  | { kind: "failed"; error: CombinedError };

export function outcomeOf<Data, Payload extends { userErrors: readonly UserError[] }>(
  result: Pick<OperationResult<Data>, "data" | "error">,
  pick: (data: Data) => Payload,
): Outcome<Payload> {
  if (result.error?.networkError) return { kind: "offline" };
  if (result.error && !mayHaveTakenHold(result.error)) {
    return { kind: "failed", error: result.error };
  }
  // Without a payload it is no answer by the server's contract.
  const payload = result.data && !result.error ? (pick(result.data) as Payload | null) : null;
  if (!payload) return { kind: "unsure" };
  return payload.userErrors.length > 0
    ? { kind: "refused", payload, errors: payload.userErrors }
    : { kind: "done", payload };
}

/**
 * Whether a write that was answered with an error may have taken hold all the same. Only the server
 * can say that it did not; and where a field of its answer failed, the write was done before.
 */
export function mayHaveTakenHold(error: CombinedError): boolean {
  const { networkError, graphQLErrors } = error;
  if (networkError || graphQLErrors.length === 0) return true;
  return (
    hasCode(error, "OUTCOME_UNKNOWN") ||
    graphQLErrors.some(
      ({ path, extensions }) => (path?.length ?? 0) > 1 || typeof extensions?.code !== "string",
    )
  );
}

/** Whether a write was refused for this reason. */
export function isRefusedAs(
  code: "VERSION_CONFLICT" | "ID_CONFLICT",
  outcome: { kind: string; errors?: readonly UserError[] },
): boolean {
  return outcome.errors?.some((error) => error.code === code) ?? false;
}

/** Why what she wrote is not saved, or not known to be. */
export function unsavedWord(kind: "offline" | "unsure" | "failed"): MessageKey {
  return kind === "offline" ? "mend.offline" : `change.${kind}`;
}

/** The errors that belong to the field at this path, or to anything inside it. */
export function errorsAt(errors: readonly UserError[], path: readonly string[]): UserError[] {
  return errors.filter((error) => path.every((step, index) => error.path[index] === step));
}
