import type { Audience, MeetingToMend_MeetingFragment } from "../../../gql/graphql";
import { clockAt, today } from "../../../kit/dates";
import type { BothNames } from "../../../kit/ui/Name";
import type { Named } from "../../../kit/ui/PickNamed";
import { type Draft, type DraftMember, type DraftTold, newDraft } from "../draft";
import type { Group, Newcomer } from "../there";

export type MeetingToMend = MeetingToMend_MeetingFragment;

/** Somebody who took part and is not one of us; without a name where it is not for the reader. */
export interface DraftOther {
  id: string;
  personId: string | null;
  name: BothNames | null;
  /** For which office. */
  officeId: string | null;
}

/** A meeting of the record as it stands on the form: the draft of one, and what that form does not ask. */
export interface Mended extends Draft {
  others: DraftOther[];
  newcomers: Newcomer[];
  groups: Group[];
  /** What it was about, in a line. */
  title: string;
  topics: Named[];
  /** The districts that it concerned. */
  concerns: Named[];
  /** The place in words. */
  place: string;
  audience: Audience;
}

/** The form filled with what is recorded. Its rows are records of their own, and not on it. */
export function mendedFrom(meeting: MeetingToMend): Mended {
  const { time, heldIn, attendees, stakeholders } = meeting;
  const { startsAt, zone } = time;
  // A moment is read by the clock of the place where they met.
  const moment = time.precision === "INSTANT" && startsAt ? { startsAt, zone } : null;
  return {
    ...newDraft(null),
    meetingId: meeting.id,
    offices: stakeholders.flatMap(({ id, text, stakeholder }) =>
      stakeholder || text
        ? [
            {
              id,
              stakeholderId: stakeholder?.id ?? null,
              name: stakeholder?.name ?? { en: text },
              districtId: null,
            },
          ]
        : [],
    ),
    members: attendees.flatMap(memberOf),
    others: attendees.flatMap((one) =>
      memberOf(one).length > 0
        ? []
        : [
            {
              id: one.id,
              personId: one.person?.id ?? null,
              name: one.person?.name ?? null,
              officeId: one.stakeholder?.id ?? null,
            },
          ],
    ),
    newcomers: [],
    groups: meeting.groups.map(groupOf),
    title: meeting.title?.text ?? "",
    topics: [...meeting.topics],
    concerns: [...meeting.concerns],
    // Of a month nobody knows the day, and none is made up.
    when: moment
      ? { kind: "earlier", clock: clockAt(moment.startsAt, zone) }
      : { kind: "day", day: time.precision === "MONTH" ? "" : time.firstDay },
    whenOn: moment ? today(new Date(moment.startsAt), zone) : time.firstDay,
    zone,
    mode: meeting.mode,
    districtId: heldIn.district?.id ?? "",
    place: heldIn.place ?? "",
    said: meeting.said?.text ?? "",
    audience: meeting.audience,
    wordsAudience: meeting.wordsAudience,
    told: toldOf(meeting),
    programmes: [...meeting.programmes],
  };
}

function groupOf(recorded: MeetingToMend["groups"][number]): Group {
  const typed = (count: number | null) => (count === null ? "" : String(count));
  const { id, label, basis, headcount, women, men, notStated } = recorded;
  return {
    id,
    label,
    basis,
    headcount: typed(headcount),
    women: typed(women),
    men: typed(men),
    notStated: typed(notStated),
  };
}

type AttendeeToMend = MeetingToMend["attendees"][number];

function memberOf({ id, capacity, person, member }: AttendeeToMend): DraftMember[] {
  const name = member?.person?.name ?? person?.name;
  return capacity === "MEMBER" && member && name ? [{ id, memberId: member.id, name }] : [];
}

function toldOf({ source }: MeetingToMend): DraftTold | null {
  if (source?.kind !== "TOLD" || !source.toldBy?.member) return null;
  const { id, name, member } = source.toldBy;
  return { memberId: member.id, personId: id, name, channel: source.channel ?? "PHONE" };
}

/**
 * Whether the form asks her who told her of it: of what she recorded herself, having been there or
 * having it from a member.
 */
export function asksWhoTold(meeting: MeetingToMend, me: string | undefined): boolean {
  const isHers = me !== undefined && meeting.recordedBy?.id === me;
  return isHers && (meeting.source?.kind === "FIRST_HAND" || toldOf(meeting) !== null);
}

/** Whether no office that she sees is needed: there is one that she does not, or none at all is. */
export function needsNoOffice({ kind, stakeholders }: MeetingToMend): boolean {
  return kind === "INTERNAL" || stakeholders.some(({ stakeholder, text }) => !stakeholder && !text);
}
