import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { MeetingFilter } from "../../../gql/graphql";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { NextPage, type Pages, usePages } from "../../../kit/ui/NextPage";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { noMeetingWord, useViewer } from "../../../kit/viewer";
import { MeetingRow } from "./MeetingRow";

const MeetingsQuery = graphql(`
  query Meetings($filter: MeetingFilter!, $after: String) {
    meetings(
      filter: $filter
      orderBy: { field: HELD_ON, direction: DESC }
      first: 20
      after: $after
    ) {
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

/** The meetings that a filter lets through, page after page. */
export function MeetingList({ filter }: { filter: MeetingFilter }) {
  const subject = JSON.stringify(filter);
  const pages = usePages(subject);
  return (
    <ul>
      <MeetingsPart key={subject} filter={filter} after={null} pages={pages} />
    </ul>
  );
}

interface MeetingsPartProps {
  filter: MeetingFilter;
  after: string | null;
  pages: Pages;
}

function MeetingsPart({ filter, after, pages }: MeetingsPartProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const [{ data, error }, ask] = useQuery({ query: MeetingsQuery, variables: { filter, after } });
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { nodes, pageInfo } = data.meetings;
  return (
    <>
      {nodes.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} />
      ))}
      {nodes.length === 0 && !after ? (
        <li>
          <Empty>{t(emptyWord(viewer, filter))}</Empty>
        </li>
      ) : null}
      <NextPage info={pageInfo} pages={pages}>
        {(next, rest) => <MeetingsPart filter={filter} after={next} pages={rest} />}
      </NextPage>
    </>
  );
}

/** Why there is none: by these words, of this kind, of hers, that is open to her, or at all. */
function emptyWord(viewer: Parameters<typeof noMeetingWord>[0], filter: MeetingFilter): MessageKey {
  const { memberIds, ...others } = filter;
  if (filter.search) return "meetings.noneFound";
  if (Object.keys(others).length > 0) return "meetings.noneSuch";
  if (memberIds) return "meetings.noneMine";
  return noMeetingWord(viewer);
}
