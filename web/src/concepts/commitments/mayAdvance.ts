import { unmask } from "../../gql";
import type { MayAdvance_CommitmentFragment } from "../../gql/graphql";
import { isCoordinator, isRecordedBy, type useViewer } from "../../kit/viewer";
import { MayMend_meeting } from "../meetings/mend/fragments";
import { mayMend } from "../meetings/mend/mayMend";

/**
 * Whether she may say how far a promise has come, and set it right: whoever recorded it or may mend
 * its meeting. The server decides; this only spares her a sheet in vain.
 */
export function mayAdvance(
  viewer: ReturnType<typeof useViewer>,
  { archivedOn, meeting, ...commitment }: MayAdvance_CommitmentFragment,
): boolean {
  if (archivedOn) return false;
  if (isCoordinator(viewer)) return true;
  const of = unmask(MayMend_meeting, meeting);
  return isRecordedBy(viewer, commitment) || (of ? mayMend(viewer, of) : false);
}
