import { useQuery } from "urql";
import { graphql } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Section } from "../../../kit/ui/Page";
import { MeetingRow } from "./MeetingRow";

const UnmatchedQuery = graphql(`
  query Unmatched {
    meetings(
      filter: { hasUnmatched: true }
      orderBy: { field: RECORDED_AT, direction: DESC }
      first: 20
    ) {
      nodes {
        id
        ...MeetingRow_meeting
      }
    }
  }
`);

/** For the coordinator: meetings whose office is as yet only text. Nothing is shown when all is tidy. */
export function UnmatchedMeetings() {
  const { t } = useWords();
  const [{ data }] = useQuery({ query: UnmatchedQuery });
  if (!data || data.meetings.nodes.length === 0) return null;
  return (
    <Section title={t("home.unmatched")}>
      <ul>
        {data.meetings.nodes.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </Section>
  );
}
