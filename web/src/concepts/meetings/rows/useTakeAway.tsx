import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../../gql";
import { outcomeOf } from "../../../kit/graphql/outcome";
import { requestIds } from "../../../kit/graphql/requestIds";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Text } from "../../../kit/ui/Text";
import { useForget, useTell } from "../../../kit/ui/UndoBar";
import type { RowOfRecord } from "./rowOfRecord";
import { useOfferBack } from "./useOfferBack";

// With the record comes what its meeting has now, so that the page need not be read again.
graphql(`
  fragment Archived_result on ArchiveResult {
    id
    record {
      id
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

  fragment RowIds_meeting on Meeting {
    id
    decisions {
      id
    }
    commitments {
      id
    }
    followUps {
      id
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

/** Takes a row out of the record, from which it is gone at once, and offers to bring it back. */
export function useTakeAway({ id, version, text }: RowOfRecord) {
  const { t } = useWords();
  const client = useClient();
  const tell = useTell();
  const forget = useForget();
  const offerBack = useOfferBack(id);
  const [requestIdFor] = useState(requestIds);

  const bringBack = async () => {
    const input = { ids: [id], requestId: requestIdFor(["restore", version]) };
    const answer = await client.mutation(RestoreMutation, { input });
    return outcomeOf(answer, (data) => data.restore).kind;
  };

  return async () => {
    // What an earlier try came to is not true beside this one.
    forget(id);
    const input = { ids: [id], requestId: requestIdFor(["archive", version]) };
    const answer = await client.mutation(ArchiveMutation, { input });
    const outcome = outcomeOf(answer, (data) => data.archive);
    const code = outcome.kind === "refused" ? (outcome.errors[0]?.code ?? "") : "";
    // Out of the record already, by an earlier try of hers or by someone else: as she wants it.
    if (outcome.kind === "done" || code === "INVALID_TRANSITION") {
      const values = { text: <Text of={text} /> };
      offerBack(<Sentence id="rows.takenAway" values={values} />, bringBack);
    } else if (outcome.kind === "refused") {
      tell(t(enumKey("error", code, "error.INVALID")), id);
    } else {
      tell(t(outcome.kind === "failed" ? "change.failed" : "rows.notTakenAway"), id);
    }
  };
}
