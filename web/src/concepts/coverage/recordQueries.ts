import { graphql } from "../../gql";
import type { FigureName } from "./figures";

/*
 * A query a figure, all of one shape, so that each asks for the records of that one figure alone: of
 * the whole, or of one group.
 */

const inScope = graphql(`
  query InScopeRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: inScope {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: inScope {
            ...RecordsPart_figure
          }
        }
      }
    }
  }
`);

const met = graphql(`
  query MetRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: met {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: met {
            ...RecordsPart_figure
          }
        }
      }
    }
  }
`);

const contactedOnly = graphql(`
  query ContactedOnlyRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: contactedOnly {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: contactedOnly {
            ...RecordsPart_figure
          }
        }
      }
    }
  }
`);

const presentOnly = graphql(`
  query PresentOnlyRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: presentOnly {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: presentOnly {
            ...RecordsPart_figure
          }
        }
      }
    }
  }
`);

const notReached = graphql(`
  query NotReachedRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: notReached {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: notReached {
            ...RecordsPart_figure
          }
        }
      }
    }
  }
`);

const meetingsHeld = graphql(`
  query MeetingsHeldRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: meetingsHeld {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: meetingsHeld {
            ...RecordsPart_figure
          }
        }
      }
    }
  }
`);

const tasksOpen = graphql(`
  query TasksOpenRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: tasksOpen {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: tasksOpen {
            ...RecordsPart_figure
          }
        }
      }
    }
  }
`);

const tasksOverdue = graphql(`
  query TasksOverdueRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: tasksOverdue {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: tasksOverdue {
            ...RecordsPart_figure
          }
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
