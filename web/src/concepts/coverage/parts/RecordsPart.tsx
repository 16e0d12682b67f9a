import { useQuery } from "urql";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { PeriodInput, StakeholderCategory } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { TaskRow } from "../../follow_ups/parts/TaskRow";
import { MeetingRow } from "../../meetings/parts/MeetingRow";
import { OfficeRow } from "../../stakeholders/parts/OfficeRow";
import { FIGURES, type FigureName } from "../figures";

const RecordsPart_figures = graphql(`
  fragment RecordsPart_figures on CoverageFigures {
    inScope @include(if: $inScope) {
      ...RecordsPart_figure
    }
    met @include(if: $met) {
      ...RecordsPart_figure
    }
    contactedOnly @include(if: $contactedOnly) {
      ...RecordsPart_figure
    }
    presentOnly @include(if: $presentOnly) {
      ...RecordsPart_figure
    }
    notReached @include(if: $notReached) {
      ...RecordsPart_figure
    }
    meetingsHeld @include(if: $meetingsHeld) {
      ...RecordsPart_figure
    }
    tasksOpen @include(if: $tasksOpen) {
      ...RecordsPart_figure
    }
    tasksOverdue @include(if: $tasksOverdue) {
      ...RecordsPart_figure
    }
  }
`);

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
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const RecordsQuery = graphql(`
  query FigureRecords(
    $period: PeriodInput!
    $filter: CoverageFilter
    $isTotal: Boolean!
    $isGroup: Boolean!
    $after: String
    $inScope: Boolean!
    $met: Boolean!
    $contactedOnly: Boolean!
    $presentOnly: Boolean!
    $notReached: Boolean!
    $meetingsHeld: Boolean!
    $tasksOpen: Boolean!
    $tasksOverdue: Boolean!
  ) {
    coverage(period: $period, filter: $filter) {
      total @include(if: $isTotal) {
        ...RecordsPart_figures
      }
      groups @include(if: $isGroup) {
        category
        figures {
          ...RecordsPart_figures
        }
      }
    }
  }
`);

interface RecordsPartProps {
  figure: FigureName;
  category: StakeholderCategory | null;
  period: PeriodInput;
  after: string | null;
  /** Given to the last part alone: only there can one go on. */
  more: ((cursor: string) => void) | null;
}

/** One page of the records behind a figure. */
export function RecordsPart({ figure, category, period, after, more }: RecordsPartProps) {
  const { t } = useWords();
  const asked = Object.fromEntries(FIGURES.map((name) => [name, name === figure]));
  const [{ data, error }, ask] = useQuery({
    query: RecordsQuery,
    variables: {
      period,
      filter: category ? { categories: [category] } : null,
      isTotal: category === null,
      isGroup: category !== null,
      after,
      ...(asked as Record<FigureName, boolean>),
    },
  });
  if (!data) {
    return (
      <li>
        {error ? <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} /> : <Skeleton />}
      </li>
    );
  }
  const { coverage } = data;
  const figures = category
    ? coverage.groups?.find((group) => group.category === category)?.figures
    : coverage.total;
  const records = unmask(
    RecordsPart_figure,
    unmask(RecordsPart_figures, figures)?.[figure] as FragmentType<typeof RecordsPart_figure>,
  )?.records;
  const cursor = records?.pageInfo.hasNextPage ? records.pageInfo.endCursor : null;
  return (
    <>
      {records?.nodes.map((record) => {
        switch (record.__typename) {
          case "Stakeholder":
            return <OfficeRow key={record.id} office={record} />;
          case "Meeting":
            return <MeetingRow key={record.id} meeting={record} />;
          case "FollowUpAction":
            return <TaskRow key={record.id} task={record} />;
          default:
            return null;
        }
      })}
      {records?.nodes.length === 0 && !after ? (
        <li>
          <Empty>{t("coverage.noRecords")}</Empty>
        </li>
      ) : null}
      {more && cursor ? (
        <li>
          <Button weight="quiet" onClick={() => more(cursor)}>
            {t("more")}
          </Button>
        </li>
      ) : null}
    </>
  );
}
