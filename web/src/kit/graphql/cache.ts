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
];

/** What a write makes stale is read again; what it answers with is in the cache at once. */
const refresh = (cache: Cache, fields: string[]) => {
  for (const field of cache.inspectFields("Query")) {
    if (fields.includes(field.fieldName)) cache.invalidate("Query", field.fieldKey);
  }
};

export const cacheRules: Partial<CacheExchangeOpts> = {
  possibleTypes: { CountedRecord: ["Stakeholder", "Meeting", "FollowUpAction"] },
  keys: Object.fromEntries(PARTS_WITHOUT_ID.map((name) => [name, () => null])),
  optimistic: {
    completeFollowUp: (args, cache) =>
      ticked(args, cache, { status: "DONE", completedOn: today() }),
    reopenFollowUp: (args, cache) => ticked(args, cache, { status: "OPEN", completedOn: null }),
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
          ...(isShown(updateMeeting) ? [] : ["meeting"]),
        ]),
      createStakeholder: (_answer, _args, cache) => refresh(cache, ["stakeholders", "coverage"]),
      updateStakeholder: (_answer, _args, cache) => refresh(cache, ["stakeholders", "coverage"]),
      completeFollowUp: (_answer, _args, cache) => refresh(cache, ["coverage"]),
      reopenFollowUp: (_answer, _args, cache) => refresh(cache, ["coverage"]),
    },
  },
};

function isShown(payload: unknown): boolean {
  return Boolean((payload as { meeting?: unknown } | null)?.meeting);
}

/** What a tick will most likely answer, shown until the server has said so. */
function ticked(
  args: Record<string, unknown>,
  cache: Cache,
  change: { status: string; completedOn: string | null },
) {
  const { id } = args.input as { id: string };
  const task = { __typename: "FollowUpAction", id };
  const dueOn = cache.resolve(task, "dueOn");
  return {
    __typename: "FollowUpActionPayload",
    followUpAction: {
      ...task,
      ...change,
      version: cache.resolve(task, "version") ?? "",
      isOverdue: change.status !== "DONE" && typeof dueOn === "string" && dueOn < today(),
    },
    userErrors: [],
  };
}
