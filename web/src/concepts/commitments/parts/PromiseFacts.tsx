import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { CommitmentStatus } from "../../../gql/graphql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { Facts } from "../../../kit/ui/Facts";
import { Listed } from "../../../kit/ui/Listed";
import { Name } from "../../../kit/ui/Name";
import { Text } from "../../../kit/ui/Text";
import { MeetingTitle } from "../../meetings/parts/MeetingTitle";
import { RecordedBy } from "../../records/parts/RecordedBy";
import { isOurs } from "../whoOwes";
import { ByWhen } from "./ByWhen";

const PromiseFacts_commitment = graphql(`
  fragment PromiseFacts_commitment on Commitment {
    id
    direction
    kind
    status
    reportedStatus
    dueOn
    awaitsJudgement
    isVague
    saidOn
    recordedAt
    purpose {
      text
      language
    }
    saidBy {
      id
      name {
        en
        ur
      }
    }
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
    districts {
      id
      name {
        en
        ur
      }
    }
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
    answers {
      id
      text {
        text
        language
      }
    }
    answeredBy(first: 100) {
      nodes {
        id
        text {
          text
          language
        }
      }
    }
    ...ByWhen_commitment
  }
`);

/** Where it stands, by when it is due, who said it, when and where, for what and for whom. */
export function PromiseFacts({
  commitment: masked,
}: {
  commitment: FragmentType<typeof PromiseFacts_commitment>;
}) {
  const { t } = useWords();
  const commitment = unmask(PromiseFacts_commitment, masked);
  const { direction, kind, status, reportedStatus, saidBy, saidOn, meeting } = commitment;
  const { document, answers, answeredBy, districts, purpose } = commitment;
  const standing = (value: CommitmentStatus) =>
    t(enumKey("promiseStatus", value, "promiseStatus.other"));
  const { dueOn, awaitsJudgement } = commitment;
  const due = dueOn ? <Day of={dueOn} /> : t("due.none");
  return (
    <Facts
      of={[
        [t("promise.stands"), status ? <strong>{standing(status)}</strong> : null],
        [
          t(isOurs(direction) ? "promise.reportedOurs" : "promise.reported"),
          reportedStatus ? standing(reportedStatus) : null,
        ],
        [t("row.byWhen"), awaitsJudgement ? <ByWhen key="past" commitment={commitment} /> : due],
        [t("promise.kind"), kind ? t(enumKey("promiseKind", kind, "promiseKind.OTHER")) : null],
        [t("promise.vague"), commitment.isVague ? t("promise.isVague") : null],
        [t("promise.purpose"), purpose ? <Text of={purpose} /> : null],
        [t("promise.saidBy"), saidBy ? <Name of={saidBy.name} /> : null],
        [t("promise.saidOn"), saidOn ? <Day of={saidOn} /> : null],
        [
          t("meeting.title"),
          meeting ? (
            <Link href={`/meetings/${meeting.id}`}>
              <MeetingTitle meeting={meeting} />
            </Link>
          ) : null,
        ],
        [
          t("promise.inLetter"),
          document ? (
            <Link href={`/letters/${document.id}`}>
              <Text of={document.subject} />
            </Link>
          ) : null,
        ],
        [
          t("promise.districts"),
          districts.length > 0 ? (
            <Listed of={districts.map(({ id, name }) => ({ key: id, item: <Name of={name} /> }))} />
          ) : null,
        ],
        [t("promise.answers"), answers ? <Leading of={[answers]} /> : null],
        [
          t("promise.answeredBy"),
          answeredBy.nodes.length > 0 ? <Leading of={answeredBy.nodes} /> : null,
        ],
        [t("meeting.recorded"), <RecordedBy key="recorded" of={commitment} />],
      ]}
    />
  );
}

type Other = { id: string; text: Parameters<typeof Text>[0]["of"] };

/** Other promises, each leading to its page. */
function Leading({ of }: { of: readonly Other[] }) {
  return (
    <ul>
      {of.map(({ id, text }) => (
        <li key={id}>
          <Link href={`/promises/${id}`}>
            <Text of={text} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
