import type { CoverageDimension } from "../../gql/graphql";

/** By what the page can be grouped, in the order in which it is offered. */
export const GROUPINGS = [
  "CATEGORY",
  "INSTITUTION",
  "DISTRICT",
  "TOPIC",
  "PROGRAMME",
  "MONTH",
] as const satisfies readonly CoverageDimension[];

export type Grouping = (typeof GROUPINGS)[number];

export function groupingOf(value: string | null): Grouping {
  return GROUPINGS.find((one) => one === value) ?? "CATEGORY";
}
