import type { Desk, LeftHere } from "../../kit/offline/desk";

/** Whether she has to say what becomes of what lies on the machine: also where it cannot be read. */
export function mustAsk({ rows, isRead }: LeftHere): boolean {
  return rows.length > 0 || !isRead;
}

/** Why she has not left: she is still signed in, or she is not and her meetings still lie there. */
export type Trouble = "signOut.failed" | "leave.deleteFailed";

interface Ways {
  desk: Pick<Desk, "clear">;
  signOut: () => Promise<boolean>;
  stopSending: () => void;
}

/** Signs out before anything is deleted: who cannot leave has lost nothing. */
export async function leave(
  what: "keep" | "delete",
  { desk, signOut, stopSending }: Ways,
): Promise<Trouble | "left"> {
  if (!(await signOut())) return "signOut.failed";
  stopSending();
  if (what === "keep") return "left";
  return desk.clear().then(
    () => "left",
    () => "leave.deleteFailed",
  );
}
