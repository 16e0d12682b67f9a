import type { ReactNode } from "react";
import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { WaitingRow_WaitingFragment } from "../../../gql/graphql";
import { enumKey, type MessageKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { When } from "../../../kit/ui/Day";
import { Name } from "../../../kit/ui/Name";
import { Text } from "../../../kit/ui/Text";
import { MeetingTitle } from "../../meetings/parts/MeetingTitle";
import styles from "./WaitingRow.module.css";

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
      }
      ... on Document {
        sort: kind
        subject {
          text
          language
        }
      }
      ... on Attachment {
        file: name
        meeting {
          id
        }
        document {
          id
        }
      }
      ... on Decision {
        decided: text {
          text
          language
        }
        meeting {
          id
        }
      }
      ... on Commitment {
        promised: text {
          text
          language
        }
      }
      ... on FollowUpAction {
        toDo: title {
          text
          language
        }
        meeting {
          id
        }
      }
      ... on Person {
        name {
          en
          ur
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

/** One thing that somebody wrote for her: what, who and when, and the tap by which it is right. */
export function WaitingRow({ waiting: masked, isConfirmed, onConfirm }: WaitingRowProps) {
  const { t } = useWords();
  const { record, recordedBy } = unmask(WaitingRow_waiting, masked);
  if (!record) return null;
  const { kind, title, href, when } = shown(record);
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
          <span>{when ?? t(kind)}</span>
          {recordedBy ? (
            <span>
              <Sentence id="written.by" values={{ name: <Name of={recordedBy.name} /> }} />
            </span>
          ) : null}
        </p>
      </div>
      {isConfirmed ? (
        <p className={styles.confirmed}>{t("written.confirmed")}</p>
      ) : (
        <Button aria-describedby={record.id} onClick={onConfirm}>
          {t("written.right")}
        </Button>
      )}
    </li>
  );
}

interface Shown {
  kind: MessageKey;
  /** Where it is read and set right; null where it has no page. */
  href: string | null;
  when: ReactNode;
  title: ReactNode;
}

function shown(record: NonNullable<WaitingRow_WaitingFragment["record"]>): Shown {
  const { id } = record;
  switch (record.__typename) {
    case "Meeting": {
      const [title, when] = [
        <MeetingTitle key={id} meeting={record} />,
        <When key="when" of={record.time} />,
      ];
      return { kind: "meeting.title", href: `/meetings/${id}`, when, title };
    }
    case "Document":
      return {
        kind: enumKey("documentKind", record.sort, "documentKind.other"),
        href: `/letters/${id}`,
        when: null,
        title: <Text of={record.subject} />,
      };
    case "Attachment":
      return {
        kind: "written.file",
        href: record.document ? `/letters/${record.document.id}` : at(record),
        when: null,
        title: record.file ? <bdi>{record.file}</bdi> : null,
      };
    case "Decision":
      return {
        kind: "written.decision",
        href: at(record),
        when: null,
        title: <Text of={record.decided} />,
      };
    case "Commitment":
      return {
        kind: "promise.title",
        href: `/promises/${id}`,
        when: null,
        title: <Text of={record.promised} />,
      };
    case "FollowUpAction":
      return {
        kind: "written.task",
        href: at(record),
        when: null,
        title: <Text of={record.toDo} />,
      };
    case "Person":
      return { kind: "written.person", href: null, when: null, title: <Name of={record.name} /> };
    default:
      return { kind: "written.other", href: null, when: null, title: null };
  }
}

/** It stands on the page of its meeting. */
function at({ meeting }: { meeting: { id: string } | null }): string | null {
  return meeting && `/meetings/${meeting.id}`;
}
