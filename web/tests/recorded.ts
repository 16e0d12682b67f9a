import type { MeetingToMend } from "../src/concepts/meetings/mend/mended";

export const pec = { id: "stakeholder_pec", name: { en: "PEC", ur: null } };
export const nadra = { id: "stakeholder_nadra", name: { en: "NADRA", ur: null } };
export const saima = { id: "person_saima", name: { en: "Saima", ur: null } };
const gul = { id: "person_gul", name: { en: "Gul Bibi", ur: null } };

export const TIME: MeetingToMend["time"] = {
  precision: "INSTANT",
  startsAt: "2025-06-03T05:30:00Z",
  endsAt: "2025-06-03T07:00:00Z",
  firstDay: "2025-06-03",
  lastDay: "2025-06-03",
  zone: "Asia/Karachi",
};

/** A meeting as it is in the record. */
export const recorded = (other: Partial<MeetingToMend> = {}): MeetingToMend =>
  ({
    id: "meeting_1",
    version: "first",
    kind: "STAKEHOLDER",
    mode: "IN_PERSON",
    audience: "CAUCUS",
    wordsAudience: "PRESENT",
    time: TIME,
    heldIn: { place: "DC office", district: { id: "district_zhob", name: { en: "Zhob" } } },
    stakeholders: [
      { id: "part_1", text: null, stakeholder: pec },
      { id: "part_2", text: "DC Zhob", stakeholder: null },
      // Of an office that is not for the reader.
      { id: "part_3", text: null, stakeholder: null },
    ],
    attendees: [
      {
        id: "part_4",
        capacity: "MEMBER",
        person: saima,
        member: { id: "member_saima", person: saima },
        stakeholder: null,
      },
      { id: "part_5", capacity: "STAKEHOLDER", person: gul, member: null, stakeholder: pec },
      { id: "part_6", capacity: "STAKEHOLDER", person: null, member: null, stakeholder: null },
    ],
    said: { text: "On Friday", language: "EN" },
    saidAbsence: null,
    recordedBy: null,
    source: { kind: "FIRST_HAND", channel: null, toldBy: null },
    programmes: [],
    title: null,
    topics: [],
    concerns: [],
    groups: [],
    ...other,
  }) as MeetingToMend;
