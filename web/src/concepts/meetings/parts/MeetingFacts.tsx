import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Facts } from "../../../kit/ui/Facts";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { Name, Names } from "../../../kit/ui/Name";
import { RecordedBy } from "../../records/parts/RecordedBy";
import { Attendees } from "./Attendees";
import styles from "./MeetingFacts.module.css";

const MeetingFacts_meeting = graphql(`
  fragment MeetingFacts_meeting on Meeting {
    id
    mode
    recordedAt
    recordedBy {
      id
      name {
        en
        ur
      }
    }
    recordedFor {
      id
      person {
        id
        name {
          en
          ur
        }
      }
    }
    confirmedAt
    heldIn {
      place
      district {
        id
        name {
          en
          ur
        }
      }
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
    topics {
      id
      name {
        en
        ur
      }
    }
    concerns {
      id
      name {
        en
        ur
      }
    }
    programmes {
      id
      name {
        en
        ur
      }
    }
    source {
      kind
      channel
      toldBy {
        id
        name {
          en
          ur
        }
      }
    }
    ...Attendees_meeting
  }
`);

/** With whom, where, who was there, who wrote it down. */
export function MeetingFacts({
  meeting: masked,
}: {
  meeting: FragmentType<typeof MeetingFacts_meeting>;
}) {
  const { t } = useWords();
  const meeting = unmask(MeetingFacts_meeting, masked);
  const { heldIn, source } = meeting;
  return (
    <Facts
      of={[
        [
          t("form.with"),
          meeting.stakeholders.length > 0 ? (
            <ul>
              {meeting.stakeholders.map(({ id, stakeholder, text }) => (
                <li key={id}>
                  {stakeholder ? (
                    <>
                      <Link href={`/offices/${stakeholder.id}`}>
                        <Names of={stakeholder.name} />
                      </Link>
                      <WrittenAs text={text} />
                    </>
                  ) : text ? (
                    <>
                      <Isolated>{text}</Isolated> ({t("meeting.unmatched")})
                    </>
                  ) : (
                    t("office.hidden")
                  )}
                </li>
              ))}
            </ul>
          ) : null,
        ],
        [t("meeting.attendees"), <Attendees key="attendees" meeting={meeting} />],
        [t("form.where"), <Where key="where" mode={meeting.mode} heldIn={heldIn} />],
        [t("meeting.topics"), named(meeting.topics)],
        [t("meeting.concerns"), named(meeting.concerns)],
        [t("meeting.programmes"), named(meeting.programmes)],
        [
          t("meeting.toldBy"),
          source?.kind === "TOLD" && source.toldBy ? (
            <Listed
              of={[
                { key: "who", item: <Name of={source.toldBy.name} /> },
                ...(source.channel
                  ? [{ key: "how", item: t(enumKey("told", source.channel, "told.IN_PERSON")) }]
                  : []),
              ]}
            />
          ) : null,
        ],
        [t("meeting.recorded"), <RecordedBy key="recorded" of={meeting} />],
      ]}
    />
  );
}

/** How an office was written before it was known which one it is. */
function WrittenAs({ text }: { text: string | null }) {
  return text ? (
    <span className={styles.written}>
      <Sentence id="meeting.writtenAs" values={{ text: <Isolated>{text}</Isolated> }} />
    </span>
  ) : null;
}

type Named = { id: string; name: Parameters<typeof Name>[0]["of"] };

function named(records: readonly Named[]) {
  return records.length > 0 ? (
    <Listed of={records.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))} />
  ) : null;
}

interface WhereProps {
  mode: string;
  heldIn: { place: string | null; district: Named | null };
}

function Where({ mode, heldIn }: WhereProps) {
  const { t } = useWords();
  const parts = [
    { key: "mode", item: t(enumKey("mode", mode, "mode.IN_PERSON")) },
    ...(heldIn.place ? [{ key: "place", item: <Isolated>{heldIn.place}</Isolated> }] : []),
    ...(heldIn.district ? [{ key: "district", item: <Name of={heldIn.district.name} /> }] : []),
  ];
  return <Listed of={parts} />;
}
