import { Redirect, useSearchParams } from "wouter";
import { useUnsent } from "../../../kit/offline/Outbox";
import { isWaiting, reasonOf } from "../../../kit/offline/unsent";
import { isMeeting } from "../unsent/unsentMeeting";
import { MeetingPage } from "./MeetingPage";
import { UnsentMeetingPage } from "./UnsentMeetingPage";

/**
 * What stands at a meeting's address: what is known of it here for as long as it waits to be sent,
 * the form where it is in her hands, and from then on what the record has.
 */
export function MeetingByIdPage({ id }: { id: string }) {
  const { rows } = useUnsent();
  const [params] = useSearchParams();
  const unsent = rows.filter(isMeeting).find((row) => row.id === id);
  if (unsent && isWaiting(unsent)) return <UnsentMeetingPage unsent={unsent} />;
  const reason = unsent && reasonOf(unsent);
  // What the record has is all that can tell whether an earlier try had arrived.
  const isLooking = reason === "savedBefore" || (reason === "rejected" && params.has("look"));
  if (unsent && !isLooking) {
    return <Redirect to={`/meetings/${id}/form`} replace />;
  }
  return <MeetingPage id={id} />;
}
