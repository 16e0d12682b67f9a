import type { Cache, CacheExchangeOpts } from "@urql/exchange-graphcache";
import { today } from "../dates";

const PARTS_WITHOUT_ID = [
  "Name",
  "Text",
  "Translation",
  "Time",
  "PageInfo",
  "Phone",
  "Term",
  "PartyMembership",
  "Source",
  "Place",
  "Period",
  "Figure",
  "CoverageFigures",
  "CoverageGroup",
  "Coverage",
  "UserError",
  "ArchiveResult",
];

/** The kinds of records that are taken out from a page, by what their ids begin with. */
const ROWS: Record<string, string> = {
  decision: "Decision",
  commitment: "Commitment",
  follow_up_action: "FollowUpAction",
};

/** What tells of tasks, and so of a change of one. */
const ABOUT_TASKS = ["followUpActions", "stakeholder", "stakeholders", "coverage"];

/** What a write makes stale is read again; what it answers with is in the cache at once. */
const refresh = (cache: Cache, fields: string[]) => {
  for (const field of cache.inspectFields("Query")) {
    if (fields.includes(field.fieldName)) cache.invalidate("Query", field.fieldKey);
  }
};

/** A task of which a tick was refused is not as it was read: somebody else has changed it. */
const settleTick = (payload: unknown, { input }: Record<string, unknown>, cache: Cache) => {
  refresh(cache, ["coverage"]);
  // A proxy in between may have left nothing of the payload.
  const isRefused = (payload as { userErrors?: unknown[] } | null)?.userErrors?.length;
  const { id } = input as { id: string };
  if (isRefused) cache.invalidate({ __typename: "FollowUpAction", id });
};

export const cacheRules: Partial<CacheExchangeOpts> = {
  possibleTypes: { CountedRecord: ["Stakeholder", "Meeting", "FollowUpAction"] },
  keys: Object.fromEntries(PARTS_WITHOUT_ID.map((name) => [name, () => null])),
  optimistic: {
    archive: (args) => archived(args, today()),
    restore: (args) => archived(args, null),
  },
  updates: {
    Mutation: {
      logMeeting: (_answer, _args, cache) =>
        refresh(cache, [
          "meetings",
          "meeting",
          "followUpActions",
          "stakeholder",
          "stakeholders",
          "coverage",
        ]),
      updateMeeting: ({ updateMeeting }, _args, cache) =>
        refresh(cache, [
          "meetings",
          "stakeholder",
          "stakeholders",
          "coverage",
          // Whoever took herself out of it may see it no longer.
          ...(isShown(updateMeeting, "meeting") ? [] : ["meeting"]),
        ]),
      createStakeholder: (_answer, _args, cache) => refresh(cache, ["stakeholders", "coverage"]),
      updateStakeholder: (_answer, _args, cache) => refresh(cache, ["stakeholders", "coverage"]),
      completeFollowUp: (answer, args, cache) => settleTick(answer.completeFollowUp, args, cache),
      reopenFollowUp: (answer, args, cache) => settleTick(answer.reopenFollowUp, args, cache),
      updateFollowUp: ({ updateFollowUp }, _args, cache) =>
        refresh(cache, [
          ...ABOUT_TASKS,
          // Whoever gave it away may see it no longer.
          ...(isShown(updateFollowUp, "followUpAction") ? [] : ["meeting"]),
        ]),
      // These two answer with what the meeting has now, where they were taken.
      archive: ({ archive }, _args, cache) =>
        refresh(cache, [...ABOUT_TASKS, ...(isTaken(archive) ? [] : ["meeting"])]),
      restore: ({ restore }, _args, cache) =>
        refresh(cache, [...ABOUT_TASKS, ...(isTaken(restore) ? [] : ["meeting"])]),
    },
  },
};

function isShown(payload: unknown, record: string): boolean {
  return Boolean((payload as Record<string, unknown> | null)?.[record]);
}

/** Whether the server says that it took what was sent; a proxy in between may have left nothing of it. */
function isTaken(payload: unknown): boolean {
  return (payload as { userErrors?: unknown[] } | null)?.userErrors?.length === 0;
}

/** What taking out and bringing back will most likely answer, so that a row goes and comes at once. */
function archived(args: Record<string, unknown>, archivedOn: string | null) {
  const { ids } = args.input as { ids: string[] };
  return {
    __typename: "ArchivePayload",
    results: ids.map((id) => ({
      __typename: "ArchiveResult",
      id,
      record: { __typename: ROWS[id.slice(0, id.lastIndexOf("_"))] ?? "", id, archivedOn },
    })),
    userErrors: [],
  };
}
