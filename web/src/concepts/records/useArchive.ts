import { useState } from "react";
import { useClient } from "urql";
import { type FragmentType, graphql, unmask } from "../../gql";
import { outcomeOf, type UserError } from "../../kit/graphql/outcome";
import { requestIds } from "../../kit/graphql/requestIds";

// With the record comes what its meeting has now, so that the page need not be read again.
const Archived_result = graphql(`
  fragment Archived_result on RecordResult {
    id
    userErrors {
      code
      path
      message
    }
    record {
      id
      ... on Stakeholder {
        archivedOn
      }
      ... on TargetList {
        archivedOn
      }
      ... on Meeting {
        archivedOn
        ...RowIds_meeting
      }
      ... on Document {
        archivedOn
        ...FileIds_document
      }
      ... on Attachment {
        archivedOn
        meeting {
          ...FileIds_meeting
        }
        document {
          ...FileIds_document
        }
      }
      ... on Decision {
        archivedOn
        meeting {
          ...RowIds_meeting
        }
      }
      ... on Commitment {
        archivedOn
        meeting {
          ...RowIds_meeting
        }
      }
      ... on FollowUpAction {
        archivedOn
        meeting {
          ...RowIds_meeting
        }
      }
    }
  }

  fragment FileIds_meeting on Meeting {
    id
    attachments {
      id
      archivedOn
    }
  }

  fragment FileIds_document on Document {
    id
    attachments {
      id
      archivedOn
    }
  }

  fragment RowIds_meeting on Meeting {
    id
    attachments {
      id
      archivedOn
    }
    decisions {
      id
      archivedOn
    }
    commitments {
      id
      archivedOn
    }
    followUps {
      id
      archivedOn
    }
  }
`);

const ArchiveMutation = graphql(`
  mutation Archive($input: ArchiveInput!) {
    archive(input: $input) {
      results {
        ...Archived_result
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

const RestoreMutation = graphql(`
  mutation Restore($input: RestoreInput!) {
    restore(input: $input) {
      results {
        ...Archived_result
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`);

/** Takes one record out of the lists, or puts it back; the same asked again is the same request. */
export function useArchive() {
  const client = useClient();
  const [requestIdFor] = useState(requestIds);
  const inputOf = (act: string, id: string, version: string) => ({
    input: { ids: [id], requestId: requestIdFor([act, id, version]) },
  });
  return {
    archive: async (id: string, version: string) => {
      const answer = await client.mutation(ArchiveMutation, inputOf("archive", id, version));
      return outcomeOf(answer, ({ archive }) => withThoseOfOne(archive));
    },
    restore: async (id: string, version: string) => {
      const answer = await client.mutation(RestoreMutation, inputOf("restore", id, version));
      return outcomeOf(answer, ({ restore }) => withThoseOfOne(restore));
    },
  };
}

interface Answer {
  results: readonly FragmentType<typeof Archived_result>[];
  userErrors: readonly UserError[];
}

/** What is wrong with the one record is said beside it, and not of the whole. */
function withThoseOfOne({ results, userErrors }: Answer): { userErrors: readonly UserError[] } {
  const ofOne = results.flatMap((result) => unmask(Archived_result, result).userErrors);
  return { userErrors: [...userErrors, ...ofOne] };
}
