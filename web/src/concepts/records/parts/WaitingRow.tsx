import type { ReactNode } from "react";
import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { WaitingRow_WaitingFragment } from "../../../gql/graphql";
import { enumKey, type MessageKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button, ButtonLink } from "../../../kit/ui/Button";
import { Day, When } from "../../../kit/ui/Day";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { type BothNames, Name } from "../../../kit/ui/Name";
import { Text } from "../../../kit/ui/Text";
import { WhoOwes } from "../../commitments/parts/WhoOwes";
import { partiesSentence } from "../../documents/partiesWord";
import { Reply } from "../../documents/parts/Reply";
import { MeetingTitle } from "../../meetings/parts/MeetingTitle";
import styles from "./WaitingRow.module.css";
import { WrittenMeeting } from "./WrittenMeeting";

const WaitingRow_waiting = graphql(`
  fragment WaitingRow_waiting on Waiting {
    recordedBy {
      id
      name {
        en
        ur
      }
    }
    record {
      __typename
      id
      ... on Meeting {
        time {
          precision
          startsAt
          firstDay
          lastDay
          zone
        }
        ...MeetingTitle_meeting
        ...WrittenMeeting_meeting
      }
      ... on Document {
        sort: kind
        day
        replyDueOn
        awaitsReply
        isReplyOverdue
        subject {
          text
          language
        }
        parties {
          id
          name {
            en
            ur
          }
        }
      }
      ... on Attachment {
        file: name
        meeting {
          id
          ...MeetingTitle_meeting
        }
        document {
          id
          subject {
            text
            language
          }
        }
      }
      ... on Decision {
        decided: text {
          text
          language
        }
        meeting {
          id
          ...MeetingTitle_meeting
        }
      }
      ... on Commitment {
        dueOn
        promised: text {
          text
          language
        }
        ...WhoOwes_commitment
      }
      ... on FollowUpAction {
        dueOn
        owner {
          id
          name {
            en
            ur
          }
        }
        toDo: title {
          text
          language
        }
        meeting {
          id
          ...MeetingTitle_meeting
        }
      }
      ... on Person {
        name {
          en
          ur
        }
        phones {
          number
        }
        posts {
          id
          title {
            en
            ur
          }
          stakeholder {
            id
            name {
              en
              ur
            }
          }
        }
      }
    }
  }
`);

interface WaitingRowProps {
  waiting: FragmentType<typeof WaitingRow_waiting>;
  isConfirmed: boolean;
  onConfirm: () => void;
}

/**
 * One thing that somebody wrote for her: what was written, with whom and when, then the tap by which it
 * is right, and beside it the way to set it right.
 */
export function WaitingRow({ waiting: masked, isConfirmed, onConfirm }: WaitingRowProps) {
  const { t } = useWords();
  const { record, recordedBy } = unmask(WaitingRow_waiting, masked);
  if (!record) return null;
  const { kind, title, href, mend, when } = shown(record);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p id={record.id}>
          {href ? (
            <Link className={styles.link} href={href}>
              <span>{title ?? t(kind)}</span>
            </Link>
          ) : (
            <span className={styles.link}>{title ?? t(kind)}</span>
          )}
        </p>
        <p className={styles.about}>
          {when ? <span>{when}</span> : null}
          <span>{t(kind)}</span>
          {recordedBy ? (
            <span>
              <Sentence id="written.by" values={{ name: <Name of={recordedBy.name} /> }} />
            </span>
          ) : null}
        </p>
        <div className={styles.written}>
          <Written record={record} />
        </div>
      </div>
      {isConfirmed ? (
        <p className={styles.confirmed}>{t("written.confirmed")}</p>
      ) : (
        <div className={styles.acts}>
          <Button aria-describedby={record.id} onClick={onConfirm}>
            {t("written.right")}
          </Button>
          {mend ? (
            <ButtonLink weight="quiet" href={mend}>
              {t("mend.act")}
            </ButtonLink>
          ) : null}
        </div>
      )}
    </li>
  );
}

type Waits = NonNullable<WaitingRow_WaitingFragment["record"]>;

/** What was written, beside what stands at its head. */
function Written({ record }: { record: Waits }) {
  switch (record.__typename) {
    case "Meeting":
      return <WrittenMeeting meeting={record} />;
    case "Document":
      return (
        <p className={styles.about}>
          {record.parties.length > 0 ? (
            <span>
              <Sentence
                id={partiesSentence(record.sort)}
                values={{ offices: <Names of={record.parties} /> }}
              />
            </span>
          ) : null}
          <Reply of={record} />
        </p>
      );
    case "Attachment":
      return (
        <p>
          {record.meeting ? <MeetingTitle meeting={record.meeting} /> : null}
          {record.document ? <Text of={record.document.subject} /> : null}
        </p>
      );
    case "Decision":
      return <p>{record.meeting ? <MeetingTitle meeting={record.meeting} /> : null}</p>;
    case "Commitment":
      return (
        <p className={styles.about}>
          <span>
            <WhoOwes commitment={record} />
          </span>
          <By day={record.dueOn} />
        </p>
      );
    case "FollowUpAction":
      return (
        <p className={styles.about}>
          {record.owner ? <Name of={record.owner.name} /> : null}
          <By day={record.dueOn} />
          {record.meeting ? (
            <span>
              <MeetingTitle meeting={record.meeting} />
            </span>
          ) : null}
        </p>
      );
    case "Person":
      return (
        <ul>
          {record.posts.map(({ id, title, stakeholder }) => (
            <li key={id}>
              <Listed
                of={[
                  { key: "title", item: <Name of={title} /> },
                  ...(stakeholder ? [{ key: "of", item: <Name of={stakeholder.name} /> }] : []),
                ]}
              />
            </li>
          ))}
          {record.phones.map(({ number }) => (
            <li key={number}>
              <bdi dir="ltr">{number}</bdi>
            </li>
          ))}
        </ul>
      );
    default:
      return null;
  }
}

function By({ day }: { day: string | null }) {
  return day ? (
    <span>
      <Sentence id="task.dueOn" values={{ day: <Day of={day} /> }} />
    </span>
  ) : null;
}

function Names({ of }: { of: readonly { id: string; name: BothNames }[] }) {
  return <Listed of={of.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))} />;
}

interface Shown {
  kind: MessageKey;
  /** Where it is read; null where it has no page. */
  href: string | null;
  /** Where it is set right; null where there is no such place. */
  mend: string | null;
  when: ReactNode;
  title: ReactNode;
}

function shown(record: Waits): Shown {
  const { id } = record;
  const stands = (href: string | null) => ({ href, mend: href, when: null });
  switch (record.__typename) {
    case "Meeting":
      return {
        kind: "meeting.title",
        href: `/meetings/${id}`,
        mend: `/meetings/${id}/mend`,
        when: <When of={record.time} />,
        title: <MeetingTitle meeting={record} />,
      };
    case "Document":
      return {
        ...stands(`/letters/${id}`),
        kind: enumKey("documentKind", record.sort, "documentKind.other"),
        when: <Day of={record.day} />,
        title: <Text of={record.subject} />,
      };
    case "Attachment":
      return {
        ...stands(record.document ? `/letters/${record.document.id}` : at(record)),
        kind: "written.file",
        title: record.file ? <Isolated>{record.file}</Isolated> : null,
      };
    case "Decision":
      return {
        ...stands(at(record)),
        kind: "written.decision",
        title: <Text of={record.decided} />,
      };
    case "Commitment":
      return {
        ...stands(`/promises/${id}`),
        kind: "promise.title",
        title: <Text of={record.promised} />,
      };
    case "FollowUpAction":
      return { ...stands(at(record)), kind: "written.task", title: <Text of={record.toDo} /> };
    case "Person": {
      const office = record.posts.find(({ stakeholder }) => stakeholder)?.stakeholder;
      return {
        ...stands(office ? `/offices/${office.id}` : null),
        kind: "written.person",
        title: <Name of={record.name} />,
      };
    }
    default:
      return { ...stands(null), kind: "written.other", title: null };
  }
}

/** It stands on the page of its meeting. */
function at({ meeting }: { meeting: { id: string } | null }): string | null {
  return meeting && `/meetings/${meeting.id}`;
}
