import type { AttendeeInput, TimeInput } from "../../../gql/graphql";
import { CAUCUS_ZONE, instantAt } from "../../../kit/dates";
import { dayOf } from "../draft";
import { groupsOf, toAttendees, toGroup } from "../there";
import type { Change } from "../useUpdateMeeting";
import { type MeetingToMend, type Mended, mendedFrom } from "./mended";

/** What differs from the meeting as it was read, and nothing else. */
export function changesIn(meeting: MeetingToMend, mended: Mended): Change {
  const before = whole(meeting, mendedFrom(meeting));
  const after = Object.entries(whole(meeting, mended));
  return Object.fromEntries(
    after.filter(
      ([field, value]) =>
        JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before]),
    ),
  );
}

/** All that the form says, in the words of the request. */
function whole(meeting: MeetingToMend, mended: Mended) {
  const {
    mode,
    title,
    topics,
    concerns,
    said,
    audience,
    wordsAudience,
    told,
    place,
    districtId,
    programmes,
    offices,
  } = mended;
  const held = { districtId: districtId || null, place: place.trim() || null };
  return {
    title: title.trim() ? { text: title.trim() } : null,
    topicIds: idsOf(topics),
    concernsDistrictIds: idsOf(concerns),
    when: timeOf(meeting, mended),
    mode,
    heldIn: mode === "IN_PERSON" && (held.districtId || held.place) ? held : null,
    with: offices.map(({ id, stakeholderId, name }) =>
      stakeholderId ? { id, stakeholderId } : { id, text: name.en ?? "" },
    ),
    attendees: attendeesOf(meeting, mended),
    groups: groupsOf(mended).map(toGroup),
    said: said.trim() ? { text: said.trim() } : null,
    source: told
      ? ({ kind: "TOLD", toldById: told.personId, channel: told.channel } as const)
      : ({ kind: "FIRST_HAND" } as const),
    programmeIds: idsOf(programmes ?? []),
    audience,
    wordsAudience,
  } satisfies Change;
}

/** In which order they were chosen says nothing. */
function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id).sort();
}

/** Who is there already is named by the entry alone, so that all that is known of it stays. */
function attendeesOf({ attendees }: MeetingToMend, mended: Mended): AttendeeInput[] {
  const { members, others, offices } = mended;
  const had = new Set(attendees.map(({ id }) => id));
  const met = offices.find(({ stakeholderId }) => stakeholderId)?.stakeholderId;
  const isMet = (id: string) => offices.some(({ stakeholderId }) => stakeholderId === id);
  return [
    ...members.map(({ id, memberId }) => (had.has(id) ? { id } : { id, memberId })),
    ...others
      .filter(({ id, personId }) => had.has(id) || personId !== null)
      .map(({ id, personId, officeId }) => ({
        id,
        ...(had.has(id) ? {} : { personId }),
        // Who was there for an office that it was not was there for the one that it was.
        ...(officeId && met && !isMet(officeId) ? { stakeholderId: met } : {}),
      })),
    ...toAttendees(mended),
  ];
}

/** When it was; it lasted as long as before. */
function timeOf({ time }: MeetingToMend, mended: Mended): TimeInput {
  const day = dayOf(mended);
  // Without a day, which she may be writing anew, there is no moment yet.
  if (mended.when.kind === "earlier" && day) {
    const { zone } = mended;
    const at = instantAt(day, mended.when.clock, zone);
    const lasted =
      time.startsAt && time.endsAt ? Date.parse(time.endsAt) - Date.parse(time.startsAt) : 0;
    const until = new Date(Date.parse(at) + lasted).toISOString();
    return {
      instant: {
        at,
        ...(lasted > 0 ? { until } : {}),
        ...(zone && zone !== CAUCUS_ZONE ? { zone } : {}),
      },
    };
  }
  const lasted =
    time.precision === "DAY" ? Date.parse(time.lastDay) - Date.parse(time.firstDay) : 0;
  const to = () => new Date(Date.parse(day) + lasted).toISOString().slice(0, 10);
  return { days: lasted > 0 && day ? { from: day, to: to() } : { from: day } };
}
