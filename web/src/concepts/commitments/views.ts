import type { CommitmentFilter, CommitmentKind, CommitmentOrder } from "../../gql/graphql";
import { OPEN } from "./steps";

/** What she looks at of all that was asked and promised. */
const VIEWS = ["all", "unanswered", "toJudge", "toReconfirm", "theirs", "ours"] as const;
export type View = (typeof VIEWS)[number];

export const KINDS: readonly CommitmentKind[] = [
  "PSDP_SCHEME",
  "FUND",
  "OFFICE_SPACE",
  "TECHNICAL_ASSISTANCE",
  "POLICY",
  "LEGISLATION",
  "STAFF_OR_RUNNING_COSTS",
  "EQUIPMENT",
  "DATA_OR_ACCESS",
  "VENUE",
  "COORDINATION",
  "OTHER",
];

/** What the list of promises is narrowed to, as it stands in the address. */
export interface Narrowing {
  view: View;
  kind: CommitmentKind | null;
  officeId: string | null;
}

const OFFICE = /^stakeholder_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The views of who reads where a promise stands as we judge it, or of who does not. */
export function viewsFor(readsJudged: boolean): readonly View[] {
  return readsJudged
    ? VIEWS
    : VIEWS.filter((view) => view === "all" || view === "theirs" || view === "ours");
}

/** An address may have been mistyped: what means nothing narrows nothing. */
export function narrowingOf(params: URLSearchParams, readsJudged: boolean): Narrowing {
  const office = params.get("office") ?? "";
  return {
    view: viewsFor(readsJudged).find((view) => view === params.get("show")) ?? "all",
    kind: KINDS.find((kind) => kind === params.get("kind")) ?? null,
    officeId: OFFICE.test(office) ? office : null,
  };
}

/** In the words of the address. */
export function addressOf({ view, kind, officeId }: Narrowing): Record<string, string> {
  return {
    ...(view === "all" ? {} : { show: view }),
    ...(kind ? { kind } : {}),
    ...(officeId ? { office: officeId } : {}),
  };
}

/** In the words of the contract. */
export function filterOf(
  { view, kind, officeId }: Narrowing,
  readsJudged: boolean,
): CommitmentFilter {
  return {
    ...filterOfView(view, readsJudged),
    ...(kind ? { kinds: [kind] } : {}),
    ...(officeId ? { stakeholderIds: [officeId] } : {}),
  };
}

/** What is past its day comes in the order of days, the longest past first; all else the newest first. */
export function orderOf({ view }: Narrowing): CommitmentOrder {
  return view === "toJudge"
    ? { field: "DUE_ON", direction: "ASC" }
    : { field: "RECORDED_AT", direction: "DESC" };
}

function filterOfView(view: View, readsJudged: boolean): CommitmentFilter {
  switch (view) {
    case "all":
      return {};
    case "unanswered":
      return { isUnanswered: true };
    case "toJudge":
      return { awaitsJudgement: true };
    case "toReconfirm":
      return { awaitsReconfirmation: true };
    case "theirs":
      return { directions: ["MADE_TO_CAUCUS", "MUTUAL"] };
    case "ours":
      // What is done is not owed any more.
      return {
        directions: ["MADE_BY_CAUCUS", "MUTUAL"],
        ...(readsJudged ? { statuses: OPEN } : {}),
      };
  }
}
