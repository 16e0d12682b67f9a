/** Which fields of the record a write may have changed. */
export interface MadeOld {
  /** What tells of them is asked anew where it stands on the page, and soon where it is kept. */
  fields: readonly string[];
  /** Asked anew only where it stands on the page, as none of it that is read ahead has changed. */
  onPage: readonly string[];
}

type Payload = Record<string, unknown> | null;

/**
 * Whatever she sets right herself she has confirmed by that; and each change is one more in the history
 * of what she looks at.
 */
const ALWAYS = ["waitingForMe", "history"];

/** What tells of tasks, and so of a change of one. */
const TASKS = ["followUpActions", "stakeholder"];
/** What tells of promises; the sums of the ledger follow which of them there are. */
const PROMISES = ["commitments", "ledger"];
const MEETINGS = ["meetings", "stakeholder"];
// Figures are not read ahead; the names of all offices are, which no meeting and no task changes.
const FIGURES = ["coverage"];
const LISTS = ["coverage", "stakeholders"];

/** What is counted by a list of whom to meet, and which lists there are. */
const BY_LIST: MadeOld = { fields: [], onPage: [...FIGURES, "gaps", "targetLists"] };

const NOTHING: MadeOld = { fields: [], onPage: [] };

/**
 * By the write; what it answers with is in the cache at once. That a change is refused may tell of
 * one that somebody else made.
 */
const MADE_OLD: Record<string, (payload: Payload) => MadeOld> = {
  logMeeting: (payload) =>
    isRefused(payload)
      ? NOTHING
      : { fields: [...MEETINGS, ...TASKS, ...PROMISES, "meeting"], onPage: LISTS },
  updateMeeting: (payload) => ({
    // Whoever took herself out of it may see it no longer.
    fields: [...MEETINGS, ...(payload?.meeting ? [] : ["meeting"])],
    onPage: LISTS,
  }),
  createStakeholder: (payload) =>
    isRefused(payload) ? NOTHING : { fields: ["stakeholders"], onPage: FIGURES },
  updateStakeholder: () => ({ fields: ["stakeholders"], onPage: FIGURES }),
  // They answer with what was said; of the office they say nothing, and of whom we miss.
  assessStakeholder: () => ({ fields: ["stakeholder"], onPage: [] }),
  setStandingReason: () => ({ fields: [], onPage: [...FIGURES, "gaps"] }),
  endStandingReason: () => ({ fields: [], onPage: [...FIGURES, "gaps"] }),
  // They answer with the person; of the office they say nothing.
  createPerson: () => ({ fields: [], onPage: ["people"] }),
  updatePerson: () => ({ fields: [], onPage: ["people"] }),
  addPost: () => ({ fields: ["stakeholder"], onPage: ["people"] }),
  // What the offices promised is marked by it too.
  changeOfficeHolder: () => ({
    fields: ["stakeholder", ...PROMISES],
    onPage: ["people", "commitment"],
  }),
  endPost: () => ({ fields: ["stakeholder"], onPage: ["people"] }),
  completeFollowUp: ticked,
  reopenFollowUp: ticked,
  updateFollowUp: (payload) => ({
    // Whoever gave it away may see it no longer.
    fields: [...TASKS, ...(payload?.followUpAction ? [] : ["meeting"])],
    onPage: LISTS,
  }),
  // They answer with the row alone, and the meeting has one more now.
  assignFollowUp: () => ({ fields: [...TASKS, "meeting"], onPage: LISTS }),
  // It may answer an ask that is asked for by itself.
  recordCommitment: () => ({ fields: [...PROMISES, "meeting"], onPage: ["commitment"] }),
  // A letter is contact.
  recordDocument: () => ({ fields: ["documents"], onPage: FIGURES }),
  // What is due to whom may be another now, and what stands in it with it.
  updateDocument: () => ({ fields: ["documents"], onPage: [...FIGURES, "document"] }),
  updateCommitment: () => ({ fields: PROMISES, onPage: [] }),
  advanceCommitment: stepped,
  undoCommitmentStep: stepped,
  reconfirmCommitment: stepped,
  // The sums of the ledger follow.
  recordAmount: () => ({ fields: ["ledger"], onPage: [] }),
  removeAmount: () => ({ fields: ["ledger"], onPage: [] }),
  // In the lists stands what was said of none.
  withdrawWords: () => ({ fields: [], onPage: ["meeting", "document"] }),
  recordDecision: () => ({ fields: ["meeting"], onPage: [] }),
  // What came of a meeting is confirmed with it.
  confirm: () => ({ fields: [], onPage: ["meeting", "document"] }),
  createTargetList: () => BY_LIST,
  updateTargetList: () => BY_LIST,
  approveTargetList: () => BY_LIST,
  letUserIn: () => ({ fields: ["users"], onPage: [] }),
  archive: takenOut,
  restore: takenOut,
};

/** What a write has made old, by its answer. */
export function madeOld(answer: Record<string, unknown>): MadeOld {
  const all = Object.entries(answer).flatMap(
    ([write, payload]) => MADE_OLD[write]?.(payload as Payload) ?? [],
  );
  return {
    fields: all.flatMap(({ fields }) => fields),
    onPage: [...ALWAYS, ...all.flatMap(({ onPage }) => onPage)],
  };
}

/** A task of which a tick was refused is not as it was read: somebody else has changed it. */
function ticked(payload: Payload): MadeOld {
  return { fields: isRefused(payload) ? [...TASKS, "meeting"] : [], onPage: FIGURES };
}

/** A promise of which a step was refused is not as it was read: somebody else has been faster. */
function stepped(payload: Payload): MadeOld {
  return { fields: PROMISES, onPage: isRefused(payload) ? ["commitment"] : [] };
}

/** It answers with what the meeting has now, unless it was refused or nothing is left of the answer. */
function takenOut(payload: Payload): MadeOld {
  const isTaken = payload && !isRefused(payload);
  const { results } = (payload ?? {}) as { results?: readonly { id: string }[] };
  // The names of all offices are kept, and this may be one of them no longer, or again.
  const isOffice = results?.some(({ id }) => id.startsWith("stakeholder_"));
  const isList = results?.some(({ id }) => id.startsWith("target_list_"));
  return {
    fields: [
      ...TASKS,
      ...PROMISES,
      "documents",
      ...(isTaken ? [] : ["meeting"]),
      ...(isOffice ? ["stakeholders"] : []),
    ],
    onPage: isList ? [...LISTS, ...BY_LIST.onPage] : LISTS,
  };
}

/** Whether the record did not take it. A proxy in between may have left nothing of the payload. */
export function isRefused(payload: unknown): boolean {
  const { userErrors } = (payload ?? {}) as { userErrors?: readonly unknown[] };
  return (userErrors?.length ?? 0) > 0;
}
