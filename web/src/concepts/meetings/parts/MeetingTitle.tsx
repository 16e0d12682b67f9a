import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { Text } from "../../../kit/ui/Text";

const MeetingTitle_meeting = graphql(`
  fragment MeetingTitle_meeting on Meeting {
    id
    kind
    ownTitle: title {
      text
      language
    }
    stakeholders {
      id
      text
      stakeholder {
        id
        name {
          en
          ur
        }
      }
    }
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
  const named = meeting.stakeholders.filter(({ stakeholder, text }) => stakeholder || text);
  if (named.length === 0) return t(enumKey("meetingKind", meeting.kind, "meetingKind.STAKEHOLDER"));
  return (
    <Listed
      of={named.map(({ id, stakeholder, text }) => ({
        key: id,
        item: stakeholder ? <Name of={stakeholder.name} /> : <bdi>{text}</bdi>,
      }))}
    />
  );
}
