import { graphql } from "../../gql";

/** All that a step changes, and what it is decided by. */
export const Standing_commitment = graphql(`
  fragment Standing_commitment on Commitment {
    id
    version
    direction
    wordsAudience
    status
    reportedStatus
    awaitsJudgement
    inheritedOn
    reconfirmBy
    reconfirmedOn
    steps {
      id
      basis
      status
      on
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
      note {
        text
        language
      }
      noteAbsence
      evidence {
        kind
        title
        publisher
        address
        day
        document {
          id
          day
          subject {
            text
            language
          }
        }
      }
      meeting {
        id
        time {
          precision
          startsAt
          firstDay
          lastDay
          zone
        }
      }
    }
  }
`);

export const MayAdvance_commitment = graphql(`
  fragment MayAdvance_commitment on Commitment {
    id
    archivedOn
    recordedBy {
      id
    }
    recordedFor {
      id
    }
    meeting {
      id
      ...MayMend_meeting
    }
  }
`);
