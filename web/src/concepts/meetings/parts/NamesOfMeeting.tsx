import { type FragmentType, graphql, unmask } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { NotSaved } from "../../../kit/ui/NotSaved";
import { Section } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { useUpdateMeeting } from "../useUpdateMeeting";
import { MatchOffice } from "./MatchOffice";

const NamesOfMeeting_meeting = graphql(`
  fragment NamesOfMeeting_meeting on Meeting {
    id
    version
    stakeholders {
      id
      text
      stakeholder {
        id
      }
    }
  }
`);

/** For the coordinator: which offices the names in a meeting mean. Nothing is shown when all is tidy. */
export function NamesOfMeeting({
  meeting: masked,
}: {
  meeting: FragmentType<typeof NamesOfMeeting_meeting>;
}) {
  const { t } = useWords();
  const meeting = unmask(NamesOfMeeting_meeting, masked);
  const { update, state } = useUpdateMeeting(meeting.id, meeting.version);
  const unmatched = meeting.stakeholders.filter(({ stakeholder, text }) => !stakeholder && text);
  if (unmatched.length === 0 && state.kind !== "done") return null;
  return (
    <Section title={t("home.unmatched")}>
      {state.kind === "done" ? <Notice tone="good">{t("tidy.saved")}</Notice> : null}
      {state.kind === "failed" ? <NotSaved why={state.word} /> : null}
      {unmatched.map(({ id, text }) => (
        <MatchOffice
          key={id}
          text={text ?? ""}
          onMatch={({ stakeholderId }) => update({ match: [{ id, stakeholderId }] })}
        />
      ))}
    </Section>
  );
}
