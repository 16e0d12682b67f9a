import { graphql } from "../../gql";
import type { FigureName } from "./figures";

/*
 * A query a figure, all of one shape, so that each asks for the records of that one figure alone. The
 * total of a filter by one category is the line of that category.
 */

const inScope = graphql(`
  query InScopeRecords($period: PeriodInput!, $filter: CoverageFilter, $after: String) {
    coverage(period: $period, filter: $filter) {
      total {
        figure: inScope {
          ...RecordsPart_figure
        }
      }
    }
  }
`);

const met = graphql(`
  query MetRecords($period: PeriodInput!, $filter: CoverageFilter, $after: String) {
    coverage(period: $period, filter: $filter) {
      total {
        figure: met {
          ...RecordsPart_figure
        }
      }
    }
  }
`);

const contactedOnly = graphql(`
  query ContactedOnlyRecords($period: PeriodInput!, $filter: CoverageFilter, $after: String) {
    coverage(period: $period, filter: $filter) {
      total {
        figure: contactedOnly {
          ...RecordsPart_figure
        }
      }
    }
  }
`);

const presentOnly = graphql(`
  query PresentOnlyRecords($period: PeriodInput!, $filter: CoverageFilter, $after: String) {
    coverage(period: $period, filter: $filter) {
      total {
        figure: presentOnly {
          ...RecordsPart_figure
        }
      }
    }
  }
`);

const notReached = graphql(`
  query NotReachedRecords($period: PeriodInput!, $filter: CoverageFilter, $after: String) {
    coverage(period: $period, filter: $filter) {
      total {
        figure: notReached {
          ...RecordsPart_figure
        }
      }
    }
  }
`);

const meetingsHeld = graphql(`
  query MeetingsHeldRecords($period: PeriodInput!, $filter: CoverageFilter, $after: String) {
    coverage(period: $period, filter: $filter) {
      total {
        figure: meetingsHeld {
          ...RecordsPart_figure
        }
      }
    }
  }
`);

const tasksOpen = graphql(`
  query TasksOpenRecords($period: PeriodInput!, $filter: CoverageFilter, $after: String) {
    coverage(period: $period, filter: $filter) {
      total {
        figure: tasksOpen {
          ...RecordsPart_figure
        }
      }
    }
  }
`);

const tasksOverdue = graphql(`
  query TasksOverdueRecords($period: PeriodInput!, $filter: CoverageFilter, $after: String) {
    coverage(period: $period, filter: $filter) {
      total {
        figure: tasksOverdue {
          ...RecordsPart_figure
        }
      }
    }
  }
`);

export const RECORDS: Record<FigureName, typeof met> = {
  inScope,
  met,
  contactedOnly,
  presentOnly,
  notReached,
  meetingsHeld,
  tasksOpen,
  tasksOverdue,
};
