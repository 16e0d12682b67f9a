import { createContext, useContext } from "react";
import { graphql } from "../gql";
import type { Viewer_ViewerFragment } from "../gql/graphql";

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

/** Whether she writes in the record, or only reads what is shared with her. */
export function canLog(viewer: Viewer_ViewerFragment): boolean {
  return viewer.role === "MEMBER" || viewer.role === "COORDINATOR";
}
