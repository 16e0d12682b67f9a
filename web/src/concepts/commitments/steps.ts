import type { CommitmentStatus, StepBasis } from "../../gql/graphql";

/** To where a promise can come by the caucus's judgement, as the record has it. */
const STEPS: Record<CommitmentStatus, readonly CommitmentStatus[]> = {
  REQUESTED: ["UNDER_REVIEW", "PROMISED", "DECLINED", "EXPIRED", "WITHDRAWN"],
  UNDER_REVIEW: ["PROMISED", "DECLINED", "EXPIRED", "WITHDRAWN"],
  PROMISED: ["PARTLY_FULFILLED", "FULFILLED", "DECLINED", "EXPIRED", "WITHDRAWN"],
  PARTLY_FULFILLED: ["FULFILLED", "EXPIRED", "WITHDRAWN"],
  FULFILLED: [],
  DECLINED: ["UNDER_REVIEW", "PROMISED"],
  EXPIRED: ["UNDER_REVIEW", "PARTLY_FULFILLED", "FULFILLED"],
  WITHDRAWN: [],
};
const ALL = Object.keys(STEPS) as CommitmentStatus[];

/** What still waits for something. */
export const OPEN: CommitmentStatus[] = [
  "REQUESTED",
  "UNDER_REVIEW",
  "PROMISED",
  "PARTLY_FULFILLED",
];

/** Whether it still waits for something; false where that is not for her to know. */
export function isOpen(status: CommitmentStatus | null): boolean {
  return status !== null && OPEN.includes(status);
}

/** Whether something was done by this step, whole or in part. */
export function isDoneBy(status: CommitmentStatus): boolean {
  return status === "FULFILLED" || status === "PARTLY_FULFILLED";
}

interface Stands {
  /** As we judge it; null where that is not for her. */
  status: CommitmentStatus | null;
  /** As who owes it says. */
  reportedStatus: CommitmentStatus | null;
}

/** To where it can come by whose word: as judged, by the table; as they say, to any other. */
export function nextOf(
  { status, reportedStatus }: Stands,
  basis: StepBasis,
): readonly CommitmentStatus[] {
  if (basis === "REPORTED") return ALL.filter((value) => value !== reportedStatus);
  return status ? (STEPS[status] ?? []) : [];
}

interface Step {
  id: string;
  basis: StepBasis;
  status: CommitmentStatus;
  on: string;
}

/** The day before which a step by this word cannot lie. */
export function firstDayFor(steps: readonly Step[], basis: StepBasis): string | null {
  const days = steps.filter((step) => step.basis === basis).map(({ on }) => on);
  return days.sort().at(-1) ?? null;
}

/**
 * Which step is the one that was just taken: others may have come before or after it, and what is
 * taken back must be hers.
 */
export function stepTaken(
  before: readonly Step[],
  after: readonly Step[],
  taken: Omit<Step, "id">,
): Step | undefined {
  return after.findLast(
    ({ id, basis, status, on }) =>
      !before.some((step) => step.id === id) &&
      basis === taken.basis &&
      status === taken.status &&
      on === taken.on,
  );
}
