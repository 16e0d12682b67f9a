import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useCursors } from "../../../kit/graphql/useCursors";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { MeetingRow } from "./MeetingRow";

const MeetingsQuery = graphql(`
  query Meetings($after: String) {
    meetings(orderBy: { field: HELD_ON, direction: DESC }, first: 20, after: $after) {
      nodes {
        id
        ...MeetingRow_meeting
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** All meetings that she may see, page after page. */
export function MeetingList() {
  const { cursors, more } = useCursors("");
  return (
    <ul>
      {cursors.map((after, index) => (
        <MeetingsPart key={after} after={after} more={index === cursors.length - 1 ? more : null} />
      ))}
    </ul>
  );
}

interface MeetingsPartProps {
  after: string | null;
  /** Given to the last part alone: only there can one go on. */
  more: ((cursor: string) => void) | null;
}

function MeetingsPart({ after, more }: MeetingsPartProps) {
  const { t } = useWords();
  const [{ data, error }, ask] = useQuery({ query: MeetingsQuery, variables: { after } });
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.meetings;
  const { endCursor } = pageInfo;
  return (
    <>
      {nodes.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} />
      ))}
      {nodes.length === 0 && !after ? (
        <li>
          <Empty>{t("meetings.empty")}</Empty>
        </li>
      ) : null}
      {more && pageInfo.hasNextPage && endCursor ? (
        <li>
          <Button weight="quiet" onClick={() => more(endCursor)}>
            {t("more")}
          </Button>
        </li>
      ) : null}
    </>
  );
}
