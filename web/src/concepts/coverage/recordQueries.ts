import type { TypedDocumentNode } from "urql";
import { graphql } from "../../gql";
import type {
  HeadcountRecordsQuery,
  MetRecordsQuery,
  MetRecordsQueryVariables,
  PeopleMetRecordsQuery,
} from "../../gql/graphql";
import type { FigureName } from "./figures";

/*
 * A query a figure, so that each asks for the records of that one figure alone: of the whole, or of one
 * group. Of people and heads it asks how many there were of each gender as well.
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

const unplanned = graphql(`
  query UnplannedRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        figure: unplanned {
          ...RecordsPart_figure
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          figure: unplanned {
            ...RecordsPart_figure
          }
        }
      }
    }
  }
`);

const peopleMet = graphql(`
  query PeopleMetRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        people: peopleMet {
          ...Genders_people
          figure: all {
            ...RecordsPart_figure
          }
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          people: peopleMet {
            ...Genders_people
            figure: all {
              ...RecordsPart_figure
            }
          }
        }
      }
    }
  }
`);

const headcount = graphql(`
  query HeadcountRecords(
    $period: PeriodInput!
    $by: [CoverageDimension!]
    $key: String!
    $isWhole: Boolean!
    $after: String
  ) {
    coverage(period: $period, groupBy: $by) {
      total @include(if: $isWhole) {
        heads: headcount {
          ...Genders_heads
          figure: counted {
            ...RecordsPart_figure
          }
        }
      }
      group(key: $key) @skip(if: $isWhole) {
        figures {
          heads: headcount {
            ...Genders_heads
            figure: counted {
              ...RecordsPart_figure
            }
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

type Records = MetRecordsQuery | PeopleMetRecordsQuery | HeadcountRecordsQuery;

export const RECORDS: Record<FigureName, TypedDocumentNode<Records, MetRecordsQueryVariables>> = {
  inScope,
  met,
  contactedOnly,
  presentOnly,
  notReached,
  unplanned,
  meetingsHeld,
  peopleMet,
  headcount,
  tasksOpen,
  tasksOverdue,
};
