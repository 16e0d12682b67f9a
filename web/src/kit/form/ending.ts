import type { UserError } from "../graphql/outcome";
import type { MessageKey } from "../i18n/words";

/** How saving a form ended. */
export type SaveEnding =
  | { kind: "saved" }
  | { kind: "refused"; errors: readonly UserError[] }
  | { kind: "failed"; word: MessageKey };

/** How a write ended, as a form has to know it. */
export function endingOf(
  outcome:
    | { kind: "offline" | "unsure" | "failed" | "done" }
    | { kind: "refused"; errors: readonly UserError[] },
): SaveEnding {
  if (outcome.kind === "done") return { kind: "saved" };
  if (outcome.kind === "refused") return { kind: "refused", errors: outcome.errors };
  return { kind: "failed", word: `change.${outcome.kind}` };
}
