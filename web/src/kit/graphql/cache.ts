import type { Cache, CacheExchangeOpts } from "@urql/exchange-graphcache";

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
      completeFollowUp: (answer, args, cache) => settleTick(answer.completeFollowUp, args, cache),
      reopenFollowUp: (answer, args, cache) => settleTick(answer.reopenFollowUp, args, cache),
    },
  },
};

function isShown(payload: unknown): boolean {
  return Boolean((payload as { meeting?: unknown } | null)?.meeting);
}
