import type { Cache, CacheExchangeOpts, DataFields, Variables } from "@urql/exchange-graphcache";
import { today } from "../dates";
import { isRefused } from "./madeOld";
import { backAmongOpen } from "./openTasks";

const PARTS_WITHOUT_ID = [
  "Name",
  "Text",
  "Translation",
  "Time",
  "PageInfo",
  "Phone",
  "Term",
  "PartyMembership",
  "StandingReason",
  "Source",
  "Evidence",
  "Place",
  "Period",
  "Money",
  "Ledger",
  "LedgerLine",
  "Figure",
  "CoverageFigures",
  "CoverageGroup",
  "CoverageKey",
  "CoverageAmount",
  "CoverageHeadcount",
  "CoveragePeople",
  "Count",
  "CommitmentsByStatus",
  "CoverageBefore",
  "Completeness",
  "Gap",
  "Coverage",
  "UserError",
  "RecordResult",
  "Waiting",
  "ActingGrant",
  "MayActFor",
  "HistoryEntry",
  "RecordChange",
  "FieldChange",
  "ChangedValue",
  "ChangesPage",
  "RecordChanged",
  "UserScope",
];

/** The kinds of records that are taken out or confirmed from a page, by what their ids begin with. */
const ROWS: Record<string, string> = {
  stakeholder: "Stakeholder",
  meeting: "Meeting",
  decision: "Decision",
  commitment: "Commitment",
  follow_up_action: "FollowUpAction",
  person: "Person",
  document: "Document",
  attachment: "Attachment",
  target_list: "TargetList",
};

export const cacheRules: Partial<CacheExchangeOpts> = {
  possibleTypes: { CountedRecord: ["Stakeholder", "Meeting", "FollowUpAction", "Person"] },
  keys: Object.fromEntries(PARTS_WITHOUT_ID.map((name) => [name, () => null])),
  optimistic: {
    archive: (args) => hoped("ArchivePayload", args, { archivedOn: today() }),
    restore: (args) => hoped("ArchivePayload", args, { archivedOn: null }),
    confirm: (args) => hoped("ConfirmPayload", args, { confirmedAt: new Date().toISOString() }),
  },
  // Nothing is taken out of it because it has become old: see `Writes`.
  updates: {
    Mutation: {
      updateMeeting: ({ updateMeeting }, { input }, cache) => {
        const { id } = input as { id: string };
        // Whoever took herself out of it may see it no longer.
        if (isHidden(updateMeeting, "meeting")) cache.invalidate("Query", "meeting", { id });
      },
      reopenFollowUp: ({ reopenFollowUp }, _args, cache) => backAmongOpen(cache, reopenFollowUp),
    },
    Meeting: { wordsWithdrawnAt: forgetHistory },
    Attachment: { wordsWithdrawnAt: forgetHistory },
  },
};

/** How it was changed shows what was withdrawn since; where it stands on the page it is asked anew. */
function forgetHistory(record: DataFields, _args: Variables, cache: Cache): void {
  if (!record.wordsWithdrawnAt) return;
  for (const { fieldName, arguments: given } of cache.inspectFields("Query")) {
    // How often it was changed bears no words.
    if (fieldName !== "history" || given?.id !== record.id || !given?.first) continue;
    cache.invalidate("Query", fieldName, given);
  }
}

/** Whether the record took it, and does not show any more to whom it was. */
function isHidden(payload: unknown, record: string): boolean {
  if (!payload || isRefused(payload)) return false;
  return !(payload as Record<string, unknown>)[record];
}

/** What will most likely be answered for each record, so that a row goes and comes at once. */
function hoped(payload: string, args: Record<string, unknown>, change: object) {
  const { ids } = args.input as { ids: string[] };
  return {
    __typename: payload,
    results: ids.map((id) => ({
      __typename: "RecordResult",
      id,
      userErrors: [],
      record: { __typename: ROWS[id.slice(0, id.lastIndexOf("_"))] ?? "", id, ...change },
    })),
    userErrors: [],
  };
}
