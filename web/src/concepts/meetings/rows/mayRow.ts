import {
  canLog,
  isCoordinator,
  isRecordedBy,
  type Recorded,
  type useViewer,
} from "../../../kit/viewer";
import type { RowOfRecord } from "./rowOfRecord";

type Viewer = Pick<ReturnType<typeof useViewer>, "role" | "person" | "member">;

/**
 * Whether she may set a row right: what was decided and promised, who may mend its meeting; a task,
 * who gave or owns it. The server decides; this only spares her a sheet in vain.
 */
export function maySetRight(viewer: Viewer, row: RowOfRecord, mayMend: boolean): boolean {
  if (row.kind !== "task") return mayMend;
  const isOwner =
    canLog(viewer) && viewer.person !== null && row.owner?.personId === viewer.person.id;
  return mayTakeAway(viewer, row) || isOwner;
}

/** Whether she may take a row, or a meeting, out of the record: a coordinator any, a member what she recorded. */
export function mayTakeAway(viewer: Viewer, row: Recorded): boolean {
  return isCoordinator(viewer) || isRecordedBy(viewer, row);
}
