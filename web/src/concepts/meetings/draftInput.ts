import type { LogMeetingInput, TimeInput } from "../../gql/graphql";
import { instantAt, today } from "../../kit/dates";
import { DIRECTION_OF, type Draft, type DraftRow, districtOf, officesToSave } from "./draft";
import { groupsOf, toAttendees, toGroup } from "./there";

/** The whole meeting as one request. The same draft always makes the same input. */
export function toInput(draft: Draft, pressedAt: string): LogMeetingInput {
  const rows = draft.rows.filter(({ text }) => text.trim() !== "");
  const said = draft.said.trim();
  const district = districtOf(draft);
  const groups = groupsOf(draft);
  return {
    requestId: draft.requestId,
    id: draft.meetingId,
    when: timeOf(draft, pressedAt),
    mode: draft.mode,
    ...(draft.mode === "IN_PERSON" && district ? { heldIn: { districtId: district } } : {}),
    with: draft.offices.map(({ id, stakeholderId, name }) =>
      stakeholderId ? { id, stakeholderId } : { id, text: name.en ?? "" },
    ),
    attendees: [
      ...draft.members.map(({ id, memberId }) => ({ id, memberId })),
      ...toAttendees(draft),
    ],
    ...(groups.length > 0 ? { groups: groups.map(toGroup) } : {}),
    ...(said ? { said: { text: said } } : {}),
    wordsAudience: draft.wordsAudience,
    ...(draft.told
      ? { source: { kind: "TOLD", toldById: draft.told.personId, channel: draft.told.channel } }
      : {}),
    ...(draft.programmes?.length ? { programmeIds: draft.programmes.map(({ id }) => id) } : {}),
    decisions: rows
      .filter(({ who }) => who === "decided")
      .map(({ uuid, text }) => ({ id: `decision_${uuid}`, text: { text: text.trim() } })),
    commitments: rows.flatMap((row) =>
      row.who === "i" || row.who === "decided"
        ? []
        : [
            {
              id: `commitment_${row.uuid}`,
              direction: DIRECTION_OF[row.who],
              text: { text: row.text.trim() },
              ...dueOf(row),
            },
          ],
    ),
    followUps: rows
      .filter(({ who }) => who === "i")
      .map((row) => ({
        id: `follow_up_action_${row.uuid}`,
        title: { text: row.text.trim() },
        // "I" is she who met them, also when a coordinator writes it down for her.
        ...(draft.told ? { ownerId: draft.told.memberId } : {}),
        ...dueOf(row),
      })),
  };
}

/** The draft as it is sent, of the moment at which she first pressed. */
export function pressed(draft: Draft, now: Date): Draft & { pressedAt: string } {
  return { ...officesToSave(draft), pressedAt: draft.pressedAt ?? now.toISOString() };
}

function dueOf({ due, day }: DraftRow): { dueOn?: string } {
  return due !== "none" && day ? { dueOn: day } : {};
}

function timeOf({ when, whenOn }: Draft, pressedAt: string): TimeInput {
  switch (when.kind) {
    case "now":
      // Begun on one day and saved on the next, it is of the day on which she said "now".
      return whenOn === today(new Date(pressedAt))
        ? { instant: { at: pressedAt } }
        : { days: { from: whenOn } };
    case "earlier":
      return { instant: { at: instantAt(whenOn, when.clock) } };
    case "day":
      return { days: { from: when.day } };
  }
}
