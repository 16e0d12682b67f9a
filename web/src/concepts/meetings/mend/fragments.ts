import { graphql } from "../../../gql";

/** All that the form needs to be filled, and to know what was changed on it. */
export const MeetingToMend_meeting = graphql(`
  fragment MeetingToMend_meeting on Meeting {
    id
    version
    kind
    mode
    title {
      text
      language
    }
    audience
    wordsAudience
    time {
      precision
      startsAt
      endsAt
      firstDay
      lastDay
      zone
    }
    heldIn {
      place
      district {
        id
        name {
          en
          ur
        }
      }
    }
    stakeholders {
      id
      text
      stakeholder {
        id
        name {
          en
          ur
        }
      }
    }
    attendees {
      id
      capacity
      person {
        id
        name {
          en
          ur
        }
      }
      member {
        id
        person {
          id
          name {
            en
            ur
          }
        }
      }
      stakeholder {
        id
      }
    }
    groups {
      id
      label
      headcount
      women
      men
      notStated
      basis
    }
    topics {
      id
      name {
        en
        ur
      }
    }
    concerns {
      id
      name {
        en
        ur
      }
    }
    said {
      text
      language
    }
    saidAbsence
    recordedBy {
      id
    }
    source {
      kind
      channel
      toldBy {
        id
        name {
          en
          ur
        }
        member {
          id
        }
      }
    }
    programmes {
      id
      name {
        en
        ur
      }
    }
  }
`);

export const MayMend_meeting = graphql(`
  fragment MayMend_meeting on Meeting {
    id
    archivedOn
    recordedBy {
      id
    }
    recordedFor {
      id
    }
    attendees {
      id
      attendance
      person {
        id
      }
    }
  }
`);
