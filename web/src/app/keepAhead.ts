import { promisesOfOffice } from "../concepts/commitments/parts/OfficePromises";
import { HomeQuery } from "../concepts/follow_ups/pages/HomePage";
import { RecentOfficesQuery } from "../concepts/meetings/parts/RecentOffices";
import { MembersQuery } from "../concepts/members/parts/MemberSelect";
import { DistrictsQuery } from "../concepts/reference/useDistricts";
import { AllOfficesQuery } from "../concepts/stakeholders/keptOffices";
import { OfficeQuery } from "../concepts/stakeholders/pages/OfficePage";
import type { Connection } from "../kit/graphql/client";
import type { Language } from "../kit/i18n/language";
import { keepTrying } from "../kit/offline/keepTrying";
import { whenIdle } from "../kit/whenIdle";
import { reader } from "./reader";

const CARDS = 10;

type Ahead = Pick<Connection, "client" | "kept" | "writes"> & { language: Language };

/**
 * Reads her tasks, the cards of the offices that they are about and of those that were met last, and
 * what the form offers; and soon again what she has changed herself, as from the office's door she
 * drives to where there is no network. What fails for want of one is tried again.
 */
export function keepAhead({ client, kept, writes, language }: Ahead): () => void {
  let isDue = true;
  let read = reader(client, kept);
  const trying = keepTrying(
    async () => {
      if (!isDue) return false;
      isDue = false;
      read = reader(client, kept);
      await readAll(read, language);
      isDue ||= read.isAway();
      return isDue;
    },
    (defect) => reportError(defect),
  );
  const unsubscribe = writes.subscribe(() => {
    isDue = true;
    trying.now();
  });
  const callOff = whenIdle(trying.now);
  return () => {
    callOff();
    unsubscribe();
    trying.stop();
    read.stop();
  };
}

async function readAll(read: ReturnType<typeof reader>, language: Language): Promise<void> {
  const orderBy = { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } as const;
  const home = await read.once(HomeQuery, {});
  const recent = await read.once(RecentOfficesQuery, {});
  let page = await read.once(AllOfficesQuery, { after: null });
  while (page?.stakeholders.pageInfo.hasNextPage) {
    page = await read.once(AllOfficesQuery, { after: page.stakeholders.pageInfo.endCursor });
  }
  await read.once(MembersQuery, { orderBy });
  await read.once(DistrictsQuery, { orderBy });
  const met = recent?.meetings.nodes.flatMap(({ stakeholders }) => stakeholders) ?? [];
  const ids = new Set([
    ...(home?.open.nodes.flatMap(({ stakeholders }) => stakeholders.map(({ id }) => id)) ?? []),
    ...met.flatMap(({ stakeholder }) => stakeholder?.id ?? []),
  ]);
  for (const id of [...ids].slice(0, CARDS)) {
    // It is read ahead for members and coordinators alone.
    await read.once(OfficeQuery, { id, promises: promisesOfOffice(id, true) });
  }
}
