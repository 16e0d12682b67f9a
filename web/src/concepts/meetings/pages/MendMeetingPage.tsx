import { useQuery } from "urql";
import { Redirect, useLocation } from "wouter";
import { graphql, unmask } from "../../../gql";
import { isNoId } from "../../../kit/graphql/client";
import { useWords } from "../../../kit/i18n/words";
import { Absent } from "../../../kit/ui/Absent";
import { Page } from "../../../kit/ui/Page";
import { ReadFailed, Skeleton } from "../../../kit/ui/State";
import { useViewer } from "../../../kit/viewer";
import { MayMend_meeting, MeetingToMend_meeting } from "../mend/fragments";
import { mayMend } from "../mend/mayMend";
import { MendOrOffer } from "../parts/MendOrOffer";

const MeetingToMendQuery = graphql(`
  query MeetingToMend($id: ID!) {
    meeting(id: $id) {
      id
      ...MayMend_meeting
      ...MeetingToMend_meeting
      ...RowsAsTheyAre_meeting
    }
  }
`);

/** Sets right what was logged of a meeting. */
export function MendMeetingPage({ id }: { id: string }) {
  const { t } = useWords();
  const viewer = useViewer();
  const [, go] = useLocation();
  const [{ data, error }, ask] = useQuery({ query: MeetingToMendQuery, variables: { id } });
  const read = unmask(MeetingToMend_meeting, data?.meeting);
  const may = unmask(MayMend_meeting, data?.meeting);

  if (isNoId(error) || data?.meeting === null) return <Absent />;
  if (may && !mayMend(viewer, may)) return <Redirect to={`/meetings/${id}`} replace />;
  return (
    <Page title={t("mend.title")} tab={t("mend.title")}>
      {read && data?.meeting ? (
        <MendOrOffer
          read={read}
          rows={data.meeting}
          onSaved={() => go(`/meetings/${id}?saved`, { replace: true })}
        />
      ) : error ? (
        <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}
