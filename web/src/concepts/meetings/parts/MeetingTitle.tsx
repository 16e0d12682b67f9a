import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Text } from "../../../kit/ui/Text";
import { MeetingOffices } from "./MeetingOffices";

const MeetingTitle_meeting = graphql(`
  fragment MeetingTitle_meeting on Meeting {
    id
    kind
    ownTitle: title {
      text
      language
    }
    ...MeetingOffices_meeting
  }
`);

/** What a meeting is called: its own title, else with whom it was, else its kind. */
export function MeetingTitle({
  meeting: masked,
}: {
  meeting: FragmentType<typeof MeetingTitle_meeting>;
}) {
  const { t } = useWords();
  const meeting = unmask(MeetingTitle_meeting, masked);
  if (meeting.ownTitle) return <Text of={meeting.ownTitle} />;
  const kind = t(enumKey("meetingKind", meeting.kind, "meetingKind.STAKEHOLDER"));
  return <MeetingOffices meeting={meeting} otherwise={kind} />;
}
