import { newId } from "../../../kit/ids";
import type { useViewer } from "../../../kit/viewer";
import type { RowWho } from "../draft";
import type { RowOfRecord } from "./rowOfRecord";

/** What can be added to a meeting that is logged. */
export type NewWho = Exclude<RowWho, "decided">;

type Viewer = Pick<ReturnType<typeof useViewer>, "person" | "member">;

/** A row that is in no record yet. Its id is made once, so that however often it is sent, it is one. */
export function blankRow(who: NewWho, { person, member }: Viewer): RowOfRecord {
  const isTask = who === "i";
  const promised = who === "they" ? "MADE_TO_CAUCUS" : "MADE_BY_CAUCUS";
  return {
    kind: isTask ? "task" : "promise",
    id: newId(isTask ? "follow_up_action" : "commitment"),
    version: "",
    text: { text: "", language: "EN", translation: null },
    direction: isTask ? null : promised,
    dueOn: null,
    owner:
      isTask && person
        ? { personId: person.id, memberId: member?.id ?? null, name: person.name }
        : null,
    recordedBy: person?.id ?? null,
  };
}
