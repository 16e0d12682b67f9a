import type { Desk } from "../../kit/offline/desk";
import { forOthers, ownerOf } from "../../kit/offline/owner";
import { ownersHere } from "../../kit/offline/shelf";
import type { Unsent } from "../../kit/offline/unsent";
import type { MayActFor } from "./acting";

/** What he wrote for those who let him no longer, by whose it is. */
export async function leftForOthers(
  desk: Desk,
  userId: string,
  mayActFor: readonly MayActFor[],
): Promise<readonly Unsent[]> {
  const known = mayActFor.map(({ memberId }) => ownerOf({ id: userId, actingFor: memberId }));
  const owners = await ownersHere(forOthers(userId));
  const rows = owners
    .filter((owner) => !known.includes(owner))
    .map((owner) => at(desk.like(owner), async (other) => (await other.leftHere()).rows));
  return (await Promise.all(rows)).flat();
}

/** Deletes it: there is nobody for whom it could be sent. */
export async function deleteForOthers(desk: Desk, rows: readonly Unsent[]): Promise<void> {
  for (const owner of new Set(rows.map(({ userId }) => userId))) {
    const ids = rows.filter(({ userId }) => userId === owner).map(({ id }) => id);
    await at(desk.like(owner), (other) => other.clear(ids));
  }
}

async function at<Result>(desk: Desk, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  return work(desk).finally(() => desk.close());
}
