import type { StakeholderCategory } from "../../gql/graphql";

/** The kinds of office in the order in which people look for them. */
export const CATEGORIES: readonly StakeholderCategory[] = [
  "POLITICAL_PARTY",
  "ECP",
  "NADRA",
  "CSO",
  "ACADEMIA",
  "LOCAL_GOVERNMENT",
  "LEGISLATURE",
  "PROVINCIAL_GOVERNMENT",
  "FEDERAL_GOVERNMENT",
  "COMMISSION",
  "JUSTICE",
  "RELIGIOUS_BODY",
  "BUSINESS",
  "DEVELOPMENT_PARTNER",
  "MEDIA",
  "OTHER",
];
