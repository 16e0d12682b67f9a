import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql";
import { useDebounced } from "../../kit/useDebounced";
import { useKeptOffices } from "./keptOffices";
import { nearSearches } from "./nearSearches";

const OfficesToPickQuery = graphql(`
  query OfficesToPick($search: String!) {
    stakeholders(filter: { search: $search }, first: 8) {
      nodes {
        id
        name {
          en
          ur
        }
        category
        districts {
          id
          name {
            en
            ur
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const SHOWN = 8;

/**
 * The offices whose names begin so. Where there are none and near ones are wanted, one search after
 * the other is tried that says less, until one finds something. Without a network it looks among
 * those that lie on this machine.
 */
export function useOfficeSearch(typed: string, isNearWanted: boolean) {
  const settled = useDebounced(typed);
  const searches = isNearWanted ? [settled, ...nearSearches(settled)] : [settled];
  const [tried, setTried] = useState({ of: settled, count: 0 });
  const count = tried.of === settled ? tried.count : 0;
  const [{ data, error, fetching }] = useQuery({
    query: OfficesToPickQuery,
    variables: { search: searches[count] ?? settled },
    pause: settled === "",
  });
  const kept = useKeptOffices({ isAway: Boolean(error?.networkError), search: settled });
  const found = typed && settled ? (data?.stakeholders.nodes ?? kept.slice(0, SHOWN)) : [];
  const hasMore = data ? data.stakeholders.pageInfo.hasNextPage : kept.length > SHOWN;
  const goesOn = !fetching && !error && data && found.length === 0 && count < searches.length - 1;
  useEffect(() => {
    if (goesOn) setTried({ of: settled, count: count + 1 });
  }, [goesOn, settled, count]);
  return {
    found,
    /** Whether there are others beside those that are shown. */
    hasMore: found.length > 0 && hasMore,
    isSettled: typed === settled && !fetching && !goesOn,
    isNear: count > 0,
    isUnreachable: Boolean(error),
  };
}
