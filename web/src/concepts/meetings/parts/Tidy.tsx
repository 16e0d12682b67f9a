import { type FragmentType, graphql, unmask } from "../../../gql";
import { useWords } from "../../../kit/i18n/words";
import { Section } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { useUpdateMeeting } from "../useUpdateMeeting";
import { AudienceFields } from "./AudienceFields";
import { MatchOffice } from "./MatchOffice";

const Tidy_meeting = graphql(`
  fragment Tidy_meeting on Meeting {
    id
    version
    audience
    wordsAudience
    programmes {
      id
      name {
        en
        ur
      }
    }
    stakeholders {
      id
      text
      stakeholder {
        id
      }
    }
  }
`);

/** What a coordinator sets right: which office a name means, its programmes, and who sees the meeting. */
export function Tidy({ meeting: masked }: { meeting: FragmentType<typeof Tidy_meeting> }) {
  const { t } = useWords();
  const meeting = unmask(Tidy_meeting, masked);
  const { update, state } = useUpdateMeeting(meeting.id, meeting.version);
  const unmatched = meeting.stakeholders.filter(({ stakeholder, text }) => !stakeholder && text);
  return (
    <Section title={t("tidy.title")}>
      {state.kind === "done" ? <Notice tone="good">{t("tidy.saved")}</Notice> : null}
      {state.kind === "failed" ? <Notice tone="bad">{t(state.word)}</Notice> : null}
      {unmatched.map(({ id, text }) => (
        <MatchOffice
          key={id}
          text={text ?? ""}
          onMatch={({ stakeholderId }) => update({ match: [{ id, stakeholderId }] })}
        />
      ))}
      <AudienceFields
        key={meeting.version}
        audience={meeting.audience}
        wordsAudience={meeting.wordsAudience}
        programmes={meeting.programmes}
        isSending={state.kind === "sending"}
        onSave={update}
      />
    </Section>
  );
}
