import { useEffect } from "react";
import { useClient } from "urql";
import { HomeQuery } from "../concepts/follow_ups/pages/HomePage";
import { RecentOfficesQuery } from "../concepts/meetings/parts/RecentOffices";
import { MembersQuery } from "../concepts/members/parts/MemberSelect";
import { DistrictsQuery } from "../concepts/reference/parts/DistrictSelect";
import { AllOfficesQuery } from "../concepts/stakeholders/keptOffices";
import { OfficeQuery } from "../concepts/stakeholders/pages/OfficePage";
import { useConnection } from "../kit/graphql/client";
import { useWords } from "../kit/i18n/words";
import { canLog, useViewer } from "../kit/viewer";
import { whenIdle } from "../kit/whenIdle";
import { reader } from "./reader";

const CARDS = 10;

/**
 * Reads what she needs in the field before she asks for it: her tasks, the cards of the offices that
 * they are about and of those that were met last, and what the form offers. Not where she asked the
 * browser to save data.
 */
export function ReadAhead() {
  const client = useClient();
  const viewer = useViewer();
  const { kept } = useConnection();
  const { language } = useWords();
  const isWanted = canLog(viewer) && !savesData();

  useEffect(() => {
    if (!isWanted) return;
    const read = reader(client, kept);
    const orderBy = { field: language === "ur" ? "NAME_UR" : "NAME_EN", direction: "ASC" } as const;
    const stop = whenIdle(async () => {
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
      for (const id of [...ids].slice(0, CARDS)) await read.once(OfficeQuery, { id });
    });
    return () => {
      stop();
      read.stop();
    };
  }, [client, kept, isWanted, language]);

  return null;
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}
