import type { Desk } from "../../../kit/offline/desk";
import type { Kind } from "../../../kit/offline/kinds";
import type { Unsent } from "../../../kit/offline/unsent";
import { changesIn } from "../mend/mendInput";
import type { MendDraft } from "../mend/rebase";

// Another one for whatever changes in what is read of a meeting or written on its form.
const SHAPE = 6;

/** A meeting of the record that she began to set right on this machine and has not saved. */
export type UnsentMend = Unsent<MendDraft, never>;

/** Nothing of it is handed over: whether she saves is answered while the form lies open. */
export const mends: Kind = {
  shape: SHAPE,
  isLoss: (draft) => isChanged(draft as MendDraft),
  countedAs: () => "leave.mends",
};

export function isMend(unsent: Unsent): unsent is UnsentMend {
  return unsent.shape === SHAPE;
}

export function findMend(rows: readonly Unsent[], meetingId: string): UnsentMend | null {
  return rows.filter(isMend).find(({ id }) => id === idOf(meetingId)) ?? null;
}

/** Keeps what she writes, at every change; nothing where it is as it is in the record. */
export function keepMend(desk: Desk, draft: MendDraft): void {
  const id = idOf(draft.read.id);
  const { owner } = desk;
  if (!isChanged(draft)) desk.drop(id);
  else void desk.put({ id, shape: SHAPE, userId: owner, draft, state: { kind: "writing" } });
}

/** It is in the record, or as it was there before. */
export function dropMend(desk: Desk, meetingId: string): Unsent | null {
  return desk.drop(idOf(meetingId));
}

/** What is left in the search counts, although it is not asked for before she saves. */
export function isChanged({ read, mended }: Pick<MendDraft, "read" | "mended">): boolean {
  return mended.search.trim() !== "" || Object.keys(changesIn(read, mended)).length > 0;
}

/** Not the id of the meeting, of which something else may lie here too. It keeps the UUID. */
function idOf(meetingId: string): string {
  return `mend_${meetingId.slice(meetingId.lastIndexOf("_") + 1)}`;
}
