import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { graphql, unmask } from "../../../gql";
import { isNoId } from "../../../kit/graphql/client";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { Absent } from "../../../kit/ui/Absent";
import { ButtonLink } from "../../../kit/ui/Button";
import { Moment, When } from "../../../kit/ui/Day";
import { Page, Section } from "../../../kit/ui/Page";
import { Notice, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { TextBlock } from "../../../kit/ui/Text";
import { isCoordinator, useViewer } from "../../../kit/viewer";
import { Files_meeting } from "../../attachments/fragments";
import { Files } from "../../attachments/parts/Files";
import { History } from "../../changes/parts/History";
import { TaskRow } from "../../follow_ups/parts/TaskRow";
import { ConfirmHere } from "../../records/parts/ConfirmHere";
import { TakeAway, TakenAway } from "../../records/parts/TakeAway";
import { WithdrawWords } from "../../records/parts/WithdrawWords";
import { MayMend_meeting } from "../mend/fragments";
import { mayMend } from "../mend/mayMend";
import { AddRows } from "../parts/AddRows";
import { MeetingFacts } from "../parts/MeetingFacts";
import { MeetingTitle } from "../parts/MeetingTitle";
import { NamesOfMeeting } from "../parts/NamesOfMeeting";
import { Outcomes } from "../parts/Outcomes";
import { RowActs } from "../parts/RowActs";
import { mayTakeAway } from "../rows/mayRow";
import { rowOfTask } from "../rows/rowOfRecord";
import { savedWord } from "../whoSees";
import styles from "./MeetingPage.module.css";

const TasksOf_meeting = graphql(`
  fragment TasksOf_meeting on Meeting {
    id
    followUps {
      id
      archivedOn
      ...TaskRow_task
      ...TaskToSetRight_task
    }
  }
`);

const MeetingQuery = graphql(`
  query Meeting($id: ID!) {
    meeting(id: $id) {
      id
      version
      archivedOn
      status
      audience
      wordsAudience
      time {
        precision
        startsAt
        firstDay
        lastDay
        zone
      }
      said {
        text
        language
      }
      saidAbsence
      wordsWithdrawnAt
      stakeholders {
        id
        stakeholder {
          id
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
      }
      confirmedAt
      ...TasksOf_meeting
      ...MeetingTitle_meeting
      ...MeetingFacts_meeting
      ...Outcomes_meeting
      ...NamesOfMeeting_meeting
      ...MayMend_meeting
      ...Files_meeting
    }
  }
`);

/** All that was recorded of one meeting, as far as it is for the reader. */
export function MeetingPage({ id }: { id: string }) {
  const { t } = useWords();
  const viewer = useViewer();
  const { desk } = useUnsent();
  const [params] = useSearchParams();
  const [{ data, error }, ask] = useQuery({ query: MeetingQuery, variables: { id } });

  if (isNoId(error) || data?.meeting === null) return <Absent />;
  if (!data?.meeting) {
    return (
      <Page title={t("meeting.title")} tab={t("meeting.title")}>
        {error && desk.wasSent(id) ? <Notice tone="good">{t("saved.unread")}</Notice> : null}
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </Page>
    );
  }
  const { meeting } = data;
  const may = unmask(MayMend_meeting, meeting);
  // Nothing is set right by halves where all of it was taken out of the record.
  const mendable = may && !may.archivedOn ? mayMend(viewer, may) : undefined;
  const { followUps } = unmask(TasksOf_meeting, meeting);
  const tasks = followUps.filter(({ archivedOn }) => !archivedOn);
  const files = unmask(Files_meeting, meeting);
  const hasFiles = files.attachments.some(({ archivedOn }) => !archivedOn);
  const away = {
    kind: "meeting",
    record: meeting,
    may: mayTakeAway(viewer, meeting),
  } as const;
  const office = meeting.stakeholders.find(({ stakeholder }) => stakeholder)?.stakeholder;
  return (
    <Page
      title={<MeetingTitle meeting={meeting} />}
      tab={t("meeting.title")}
      lead={
        <p className={styles.lead}>
          <When of={meeting.time} />
          {meeting.status === "HELD" ? null : (
            <span>{t(enumKey("meetingStatus", meeting.status, "meetingStatus.HELD"))}</span>
          )}
        </p>
      }
    >
      {params.has("saved") && !may?.archivedOn ? (
        <Notice tone="good">
          <p>
            <strong>{t(savedWord(meeting.audience, meeting.wordsAudience))}</strong>
          </p>
          <p className={styles.ways}>
            <ButtonLink href="/">{t("nav.home")}</ButtonLink>
            {office ? (
              <ButtonLink href={`/offices/${office.id}`}>{t("saved.office")}</ButtonLink>
            ) : null}
            <ButtonLink href="/meetings/new">{t("saved.another")}</ButtonLink>
          </p>
        </Notice>
      ) : null}
      <TakenAway {...away} />
      {may?.archivedOn ? null : <ConfirmHere of={meeting} />}
      <MeetingFacts meeting={meeting} />
      <Section title={t("meeting.said")}>
        {meeting.said ? (
          <>
            <TextBlock of={meeting.said} />
            <WithdrawWords of="meeting" record={meeting} hasFiles={hasFiles} />
          </>
        ) : (
          <p className={styles.absent}>
            <Unsaid why={meeting.saidAbsence} at={meeting.wordsWithdrawnAt} />
          </p>
        )}
      </Section>
      <Outcomes meeting={meeting} mayMend={mendable} />
      {tasks.length > 0 ? (
        <Section title={t("meeting.tasks")}>
          <ul>
            {tasks.map((task) => (
              <TaskRow key={task.id} task={task} at={id}>
                {mendable === undefined ? null : (
                  <RowActs row={rowOfTask(task)} mayMend={mendable} />
                )}
              </TaskRow>
            ))}
          </ul>
        </Section>
      ) : null}
      <Files
        of={files}
        on="meeting"
        may={mendable === true}
        onKnown={() => ask({ requestPolicy: "network-only" })}
      />
      {mendable ? (
        <AddRows meetingId={id} onKnown={() => ask({ requestPolicy: "network-only" })} />
      ) : null}
      {isCoordinator(viewer) ? <NamesOfMeeting meeting={meeting} /> : null}
      {mendable ? (
        <div>
          <ButtonLink href={`/meetings/${id}/mend`}>{t("mend.act")}</ButtonLink>
        </div>
      ) : null}
      <TakeAway {...away} />
      <History id={id} of="meeting" />
    </Page>
  );
}

/** Why there is nothing to read of what was said. */
function Unsaid({ why, at }: { why: string | null; at: string | null }) {
  const { t } = useWords();
  if (why === "WITHDRAWN" && at) {
    return <Sentence id="meeting.wordsWithdrawn" values={{ day: <Moment of={at} /> }} />;
  }
  return t(why === "NOT_SHARED" ? "meeting.wordsNotShared" : "meeting.wordsNone");
}
