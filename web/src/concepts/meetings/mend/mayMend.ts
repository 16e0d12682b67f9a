import type { Audience, MayMend_MeetingFragment } from "../../../gql/graphql";
import { canLog, isCoordinator, isRecordedBy, type useViewer } from "../../../kit/viewer";

/**
 * Whether she may set a meeting right: a coordinator any, a member one that she recorded, or somebody
 * for her, or that she took part in; to have told of it is not enough. The server decides; this only spares her a form in vain.
 */
export function mayMend(
  viewer: ReturnType<typeof useViewer>,
  { archivedOn, attendees, ...meeting }: MayMend_MeetingFragment,
): boolean {
  if (archivedOn) return false;
  if (isCoordinator(viewer)) return true;
  const me = viewer.person?.id;
  if (!canLog(viewer) || !me) return false;
  const tookPart = attendees.some(
    ({ person, attendance }) =>
      person?.id === me && (attendance === "ATTENDED" || attendance === "PARTLY"),
  );
  return tookPart || isRecordedBy(viewer, meeting);
}

interface Seen {
  audience: Audience;
  wordsAudience: Audience;
}

/**
 * Whether others than a coordinator leave to her what donors see of a meeting: which offices are
 * added to it, and its words while they are open to donors too. The server decides here as well.
 */
export function isLeftToCoordinator(
  what: "facts" | "words",
  viewer: Pick<ReturnType<typeof useViewer>, "role">,
  recorded: Pick<Seen, "audience">,
  now: Seen,
): boolean {
  const isOpen = recorded.audience === "PARTNERS" && now.audience === "PARTNERS";
  const isSeen = what === "facts" || now.wordsAudience === "PARTNERS";
  return isOpen && isSeen && !isCoordinator(viewer);
}
