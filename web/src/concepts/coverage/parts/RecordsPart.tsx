import { useQuery } from "urql";
import { graphql, unmask } from "../../../gql";
import type { PeriodInput } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { NextPage, type Pages } from "../../../kit/ui/NextPage";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { TaskRow } from "../../follow_ups/parts/TaskRow";
import { MeetingRow } from "../../meetings/parts/MeetingRow";
import { OfficeRow } from "../../stakeholders/parts/OfficeRow";
import type { FigureName } from "../figures";
import type { Grouping } from "../groups";
import { RECORDS } from "../recordQueries";
import { GendersOfHeads, GendersOfPeople } from "./Genders";
import { PersonMet } from "./PersonMet";

const RecordsPart_figure = graphql(`
  fragment RecordsPart_figure on Figure {
    records(first: 20, after: $after) {
      nodes {
        __typename
        ... on Stakeholder {
          id
          ...OfficeRow_office
        }
        ... on Meeting {
          id
          ...MeetingRow_meeting
        }
        ... on FollowUpAction {
          id
          ...TaskRow_task
        }
        ... on Person {
          id
          ...PersonMet_person
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface RecordsPartProps {
  figure: FigureName;
  by: Grouping;
  /** Null for the line of all. */
  group: string | null;
  period: PeriodInput;
  after: string | null;
  pages: Pages;
}

/** One page of the records behind a figure. */
export function RecordsPart({ figure, by, group, period, after, pages }: RecordsPartProps) {
  const { t } = useWords();
  const [{ data, error }, ask] = useQuery({
    query: RECORDS[figure],
    variables: { period, by: [by], key: group ?? "", isWhole: group === null, after },
  });
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const figures = data.coverage.total ?? data.coverage.group?.figures;
  if (!figures) {
    return (
      <li>
        <Empty>{t("coverage.noRecords")}</Empty>
      </li>
    );
  }
  const people = "people" in figures ? figures.people : null;
  const heads = "heads" in figures ? figures.heads : null;
  const { figure: counted } =
    "people" in figures ? figures.people : "heads" in figures ? figures.heads : figures;
  const { records } = unmask(RecordsPart_figure, counted);
  return (
    <>
      {people && !after ? <GendersOfPeople people={people} /> : null}
      {heads && !after ? <GendersOfHeads heads={heads} /> : null}
      {records.nodes.map((record) => {
        switch (record.__typename) {
          case "Stakeholder":
            return <OfficeRow key={record.id} office={record} />;
          case "Meeting":
            return <MeetingRow key={record.id} meeting={record} />;
          case "FollowUpAction":
            return <TaskRow key={record.id} task={record} />;
          case "Person":
            return <PersonMet key={record.id} person={record} />;
          default:
            return null;
        }
      })}
      {records.nodes.length === 0 && !after ? (
        <li>
          <Empty>{t("coverage.noRecords")}</Empty>
        </li>
      ) : null}
      <NextPage info={records.pageInfo} pages={pages}>
        {(next, rest) => (
          <RecordsPart
            figure={figure}
            by={by}
            group={group}
            period={period}
            after={next}
            pages={rest}
          />
        )}
      </NextPage>
    </>
  );
}
