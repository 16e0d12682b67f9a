import { createContext, useContext } from "react";
import { graphql } from "../gql";
import type { Viewer_ViewerFragment } from "../gql/graphql";
import type { MessageKey } from "./i18n/words";

export const Viewer_viewer = graphql(`
  fragment Viewer_viewer on Viewer {
    id
    email
    role
    language
    person {
      id
      name {
        en
        ur
      }
    }
    member {
      id
    }
    actingFor
  }
`);

export const ViewerContext = createContext<Viewer_ViewerFragment | null>(null);

/** Who is signed in. Pages exist only below a sign-in. */
export function useViewer(): Viewer_ViewerFragment {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer needs a signed-in user above it");
  return viewer;
}

type Role = Pick<Viewer_ViewerFragment, "role">;

/**
 * Whether she writes in the record and has tasks of her own, or only reads what is open to her. Pages
 * have an aide only while he acts for a member, whose meetings and tasks he then has.
 */
export function canLog({ role }: Role): boolean {
  return role === "MEMBER" || role === "COORDINATOR" || role === "AIDE";
}

/** Whether he is an aide who writes for nobody: then there is nothing for him to read. */
export function isIdleAide({
  role,
  actingFor,
}: Pick<Viewer_ViewerFragment, "role" | "actingFor">): boolean {
  return role === "AIDE" && actingFor === null;
}

/** Whether what others recorded for her is hers to confirm, and hers to say who may. */
export function isMember({ role }: Role): boolean {
  return role === "MEMBER";
}

/** Who recorded a thing, and for whom, where that was somebody else. */
export interface Recorded {
  recordedBy: { id: string } | null;
  recordedFor: { id: string } | null;
}

/** Whether a thing counts as recorded by her: by herself, or by somebody else for her. */
export function isRecordedBy(
  { role, person, member }: Pick<Viewer_ViewerFragment, "role" | "person" | "member">,
  { recordedBy, recordedFor }: Recorded,
): boolean {
  if (role !== "MEMBER" && role !== "AIDE") return false;
  if (recordedFor) return recordedFor.id === member?.id;
  return person !== null && recordedBy?.id === person.id;
}

/** Whether she keeps the record straight: adds offices, matches names, says who sees a thing. */
export function isCoordinator({ role }: Role): boolean {
  return role === "COORDINATOR";
}

/** Why there is no meeting at all: an administrator reads what members see, a partner what is shared. */
export function noMeetingWord(viewer: Role): MessageKey {
  if (canLog(viewer)) return "meetings.none";
  return viewer.role === "ADMIN" ? "meetings.noneOpen" : "meetings.empty";
}

/** Whether she reads where a promise stands as the caucus judges it, before that is shared. */
export function readsJudged({ role }: Role): boolean {
  return role !== "PARTNER";
}

/** What the first page is: her tasks, or for who can have none the meetings that she may read of. */
export function homeWord(viewer: Role): MessageKey {
  return canLog(viewer) ? "nav.home" : "nav.meetings";
}
