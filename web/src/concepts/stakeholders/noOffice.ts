import type { StakeholderFilter } from "../../gql/graphql";
import type { MessageKey } from "../../kit/i18n/words";

/** Why there is no office: none that goes by this, or none at all, and then how one comes to be here. */
export function noOfficeWord({ role }: { role: string }, filter: StakeholderFilter): MessageKey {
  const isSearched = Object.keys(filter).length > 0;
  if (role === "PARTNER") return isSearched ? "offices.emptyOpen" : "offices.noneOpen";
  if (isSearched) return "offices.empty";
  return role === "COORDINATOR" ? "offices.noneBegin" : "offices.none";
}
