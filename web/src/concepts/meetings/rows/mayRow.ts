import { isCoordinator, type useViewer } from "../../../kit/viewer";
import type { RowOfRecord } from "./rowOfRecord";

type Viewer = Pick<ReturnType<typeof useViewer>, "role" | "person">;

/**
 * Whether she may set a row right: what was decided and promised, who may mend its meeting; a task,
 * who gave or owns it. The server decides; this only spares her a sheet in vain.
 */
export function maySetRight(viewer: Viewer, row: RowOfRecord, mayMend: boolean): boolean {
  if (row.kind !== "task") return mayMend;
  return isCoordinator(viewer) || isOne(viewer, [row.recordedBy, row.owner?.personId]);
}

/** Whether she may take a row, or a meeting, out of the record: a coordinator any, a member what she recorded. */
export function mayTakeAway(viewer: Viewer, row: Pick<RowOfRecord, "recordedBy">): boolean {
  return isCoordinator(viewer) || isOne(viewer, [row.recordedBy]);
}

function isOne({ role, person }: Viewer, people: (string | null | undefined)[]): boolean {
  return role === "MEMBER" && person !== null && people.includes(person.id);
}
