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
  }
`);

export const ViewerContext = createContext<Viewer_ViewerFragment | null>(null);

/** Who is signed in. Pages exist only below a sign-in. */
export function useViewer(): Viewer_ViewerFragment {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer needs a signed-in user above it");
  return viewer;
}

/** Whether she writes in the record and has tasks of her own, or only reads what is open to her. */
export function canLog({ role }: Pick<Viewer_ViewerFragment, "role">): boolean {
  return role === "MEMBER" || role === "COORDINATOR";
}

/** Whether she keeps the record straight: adds offices, matches names, says who sees a thing. */
export function isCoordinator({ role }: Pick<Viewer_ViewerFragment, "role">): boolean {
  return role === "COORDINATOR";
}

/** Why there is no meeting at all: an administrator reads what members see, a partner what is shared. */
export function noMeetingWord(viewer: Pick<Viewer_ViewerFragment, "role">): MessageKey {
  if (canLog(viewer)) return "meetings.none";
  return viewer.role === "ADMIN" ? "meetings.noneOpen" : "meetings.empty";
}

/** Whether she reads where a promise stands as the caucus judges it, before that is shared. */
export function readsJudged({ role }: Pick<Viewer_ViewerFragment, "role">): boolean {
  return role !== "PARTNER";
}

/** What the first page is: her tasks, or for who can have none the meetings that she may read of. */
export function homeWord(viewer: Pick<Viewer_ViewerFragment, "role">): MessageKey {
  return canLog(viewer) ? "nav.home" : "nav.meetings";
}
