import type { Viewer_ViewerFragment as Viewer } from "../../gql/graphql";

/** Who signed in, and for whom he acts. */
export type Acts = Pick<Viewer, "id" | "actingFor">;

const BETWEEN = ".";

/**
 * Whose it is what lies on this machine and is not in the record yet: of who signed in, and where he
 * writes for a member, for her alone. What is written for one is never sent for another.
 */
export function ownerOf({ id, actingFor }: Acts): string {
  return actingFor ? `${id}${BETWEEN}${actingFor}` : id;
}

/** With what the names begin of what somebody wrote for others. */
export function forOthers(userId: string): string {
  return `${userId}${BETWEEN}`;
}

/** The sign-in in it. */
export function userOf(owner: string): string {
  return owner.split(BETWEEN)[0] ?? owner;
}

/** Whether the same one asks, for the same member or for himself. */
export function isSameAsker(one: Acts, other: Acts): boolean {
  return ownerOf(one) === ownerOf(other);
}
