import { newId } from "../../../kit/ids";
import type { useViewer } from "../../../kit/viewer";
import { DIRECTION_OF, type RowWho } from "../draft";
import type { RowOfRecord } from "./rowOfRecord";

type Viewer = Pick<ReturnType<typeof useViewer>, "person" | "member">;

/** A row that is in no record yet. Its id is made once, so that however often it is sent, it is one. */
export function blankRow(who: RowWho, { person, member }: Viewer): RowOfRecord {
  const row = {
    version: "",
    text: { text: "", language: "EN", translation: null },
    direction: null,
    dueOn: null,
    owner: null,
    recordedBy: person && { id: person.id },
    recordedFor: null,
  } as const;
  const owner = person && { personId: person.id, memberId: member?.id ?? null, name: person.name };
  switch (who) {
    case "decided":
      return { ...row, kind: "decision", id: newId("decision") };
    case "i":
      return { ...row, kind: "task", id: newId("follow_up_action"), owner };
    default:
      return { ...row, kind: "promise", id: newId("commitment"), direction: DIRECTION_OF[who] };
  }
}
