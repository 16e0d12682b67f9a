import { useQuery } from "urql";
import { graphql } from "../../gql";
import { useDebounced } from "../../kit/useDebounced";

const PeopleToPickQuery = graphql(`
  query PeopleToPick($search: String!) {
    people(filter: { search: $search }, first: 8) {
      nodes {
        id
        name {
          en
          ur
        }
        posts {
          id
          isCurrent
          title {
            en
            ur
          }
          stakeholder {
            id
            name {
              en
              ur
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** The people whose names begin so, and whether there are more than are shown. */
export function usePeopleSearch(typed: string) {
  const settled = useDebounced(typed);
  const [{ data, error, fetching }] = useQuery({
    query: PeopleToPickQuery,
    variables: { search: settled },
    pause: settled === "",
  });
  const people = typed && settled ? data?.people : undefined;
  return {
    found: people?.nodes ?? [],
    hasMore: people?.pageInfo.hasNextPage ?? false,
    isSettled: typed === settled && !fetching,
    isUnreachable: Boolean(error),
  };
}
