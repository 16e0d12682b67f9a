import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "../../../gql";
import { isNoId } from "../../../kit/graphql/client";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Absent } from "../../../kit/ui/Absent";
import { ButtonLink } from "../../../kit/ui/Button";
import { Isolated } from "../../../kit/ui/Isolated";
import { Listed } from "../../../kit/ui/Listed";
import { Name, Names, pickName } from "../../../kit/ui/Name";
import { Page, Section } from "../../../kit/ui/Page";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { canLog, isCoordinator, readsJudged, useViewer } from "../../../kit/viewer";
import { History } from "../../changes/parts/History";
import { OfficePromises, promisesOfOffice } from "../../commitments/parts/OfficePromises";
import { OfficeLetters } from "../../documents/parts/OfficeLetters";
import { TaskRow } from "../../follow_ups/parts/TaskRow";
import { MeetingRow } from "../../meetings/parts/MeetingRow";
import { TakeAway, TakenAway } from "../../records/parts/TakeAway";
import { Holders } from "../parts/Holders";
import { LastMet } from "../parts/LastMet";
import { OfficeList } from "../parts/OfficeList";
import { Standing } from "../parts/Standing";
import styles from "./OfficePage.module.css";

export const OfficeQuery = graphql(`
  query Office($id: ID!, $promises: CommitmentFilter!) {
    stakeholder(id: $id) {
      id
      version
      archivedOn
      name {
        en
        ur
      }
      shortName
      category
      isProvinceWide
      districts {
        id
        name {
          en
          ur
        }
      }
      parent {
        id
        name {
          en
          ur
        }
      }
      ...Holders_office
      ...LastMet_office
      ...Standing_office
    }
    offices: stakeholders(filter: { parentIds: [$id] }, first: 1) {
      nodes {
        id
      }
    }
    followUpActions(
      filter: { stakeholderIds: [$id], statuses: [OPEN, IN_PROGRESS] }
      orderBy: { field: DUE_ON, direction: ASC }
      first: 50
    ) {
      nodes {
        id
        ...TaskRow_task
      }
    }
    commitments(filter: $promises, first: 50) {
      ...OfficePromises_commitments
    }
    documents(filter: { stakeholderIds: [$id], kinds: [LETTER_IN, LETTER_OUT] }, first: 20) {
      ...OfficeLetters_documents
    }
    meetings(
      filter: { stakeholderIds: [$id] }
      orderBy: { field: HELD_ON, direction: DESC }
      first: 10
    ) {
      nodes {
        id
        ...MeetingRow_meeting
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** The card that is read before the meeting: who sits there, what was said, what is still to be done. */
export function OfficePage({ id }: { id: string }) {
  const { t, language } = useWords();
  const viewer = useViewer();
  const [{ data, error }, ask] = useQuery({
    query: OfficeQuery,
    variables: { id, promises: promisesOfOffice(id, readsJudged(viewer)) },
  });

  if (isNoId(error) || data?.stakeholder === null) {
    return <Absent list={{ href: "/offices", word: t("nav.offices") }} />;
  }
  if (!data?.stakeholder) {
    return (
      <Page title={t("office.title")} tab={t("office.title")}>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </Page>
    );
  }
  const office = data.stakeholder;
  const hasOffices = data.offices.nodes.length > 0;
  // Nothing more comes of what was taken out of the list.
  const mayLog = canLog(viewer) && !office.archivedOn;
  const away = { kind: "office", record: office, may: isCoordinator(viewer) } as const;
  const noMeetings = hasOffices ? "office.noMeetingsItself" : "office.noMeetings";
  return (
    <Page
      title={<Names of={office.name} />}
      tab={pickName(office.name, language).text}
      lead={
        <p className={styles.lead}>
          {office.shortName ? <Isolated>{office.shortName}</Isolated> : null}
          <span>{t(enumKey("category", office.category, "category.OTHER"))}</span>
          {office.parent ? (
            <Link href={`/offices/${office.parent.id}`}>
              <Name of={office.parent.name} />
            </Link>
          ) : null}
          {office.isProvinceWide ? <span>{t("officeForm.provinceWide")}</span> : null}
          {office.districts.length > 0 ? (
            <span>
              <Listed
                of={office.districts.map((one) => ({ key: one.id, item: <Name of={one.name} /> }))}
              />
            </span>
          ) : null}
        </p>
      }
      act={
        mayLog ? (
          <ButtonLink weight="main" href={`/meetings/new?office=${id}`}>
            {t("act.metThem")}
          </ButtonLink>
        ) : null
      }
    >
      <TakenAway {...away} />
      {viewer.role === "PARTNER" ? null : <Holders office={office} />}
      <LastMet office={office} hasMeetings={data.meetings.nodes.length > 0} />
      <Section title={t("office.tasks")}>
        {data.followUpActions.nodes.length === 0 ? (
          <Empty>{t(mayLog ? "office.noTasks" : "office.noTasksOpen")}</Empty>
        ) : null}
        <ul>
          {data.followUpActions.nodes.map((task) => (
            <TaskRow key={task.id} task={task} at={id} />
          ))}
        </ul>
      </Section>
      <OfficePromises id={id} commitments={data.commitments} may={mayLog} />
      <OfficeLetters office={office} documents={data.documents} may={mayLog} />
      <Section title={t("office.meetings")}>
        {data.meetings.nodes.length === 0 ? (
          <Empty>{t(mayLog ? noMeetings : "office.noMeetingsOpen")}</Empty>
        ) : null}
        <ul>
          {data.meetings.nodes.map((meeting) => (
            <MeetingRow key={meeting.id} meeting={meeting} by="day" />
          ))}
        </ul>
        {data.meetings.pageInfo.hasNextPage ? (
          <div>
            <ButtonLink weight="quiet" href={`/meetings?office=${id}`}>
              {t("office.allMeetings")}
            </ButtonLink>
          </div>
        ) : null}
      </Section>
      {hasOffices ? (
        <Section title={t("office.offices")}>
          <OfficeList filter={{ parentIds: [id] }} />
        </Section>
      ) : null}
      {isCoordinator(viewer) ? <Standing office={office} /> : null}
      {isCoordinator(viewer) && !office.archivedOn ? (
        <div>
          <ButtonLink href={`/offices/${id}/mend`}>{t("officeForm.mend")}</ButtonLink>
        </div>
      ) : null}
      <TakeAway {...away} />
      <History id={id} of="office" />
    </Page>
  );
}
