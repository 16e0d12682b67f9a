import { type FragmentType, graphql, unmask } from "../../../gql";
import type { CommitmentDirection } from "../../../gql/graphql";
import type { BothNames } from "../../../kit/ui/Name";
import type { Recorded } from "../../../kit/viewer";

const DecisionRow_decision = graphql(`
  fragment DecisionRow_decision on Decision {
    id
    version
    text {
      text
      language
      translation {
        text
        isStale
      }
    }
    recordedBy {
      id
    }
    recordedFor {
      id
    }
  }
`);

const PromiseRow_commitment = graphql(`
  fragment PromiseRow_commitment on Commitment {
    id
    version
    direction
    dueOn
    text {
      text
      language
      translation {
        text
        isStale
      }
    }
    recordedBy {
      id
    }
    recordedFor {
      id
    }
  }
`);

const TaskToSetRight_task = graphql(`
  fragment TaskToSetRight_task on FollowUpAction {
    id
    version
    dueOn
    title {
      text
      language
      translation {
        text
        isStale
      }
    }
    owner {
      id
      name {
        en
        ur
      }
      member {
        id
      }
    }
    recordedBy {
      id
    }
    recordedFor {
      id
    }
  }
`);

export type DecisionRow = FragmentType<typeof DecisionRow_decision>;
export type PromiseRow = FragmentType<typeof PromiseRow_commitment>;
export type TaskToSetRight = FragmentType<typeof TaskToSetRight_task>;

/** Who answers for a task. */
export interface Owner {
  personId: string;
  /** Null for who is not of the caucus. */
  memberId: string | null;
  name: BothNames;
}

/**
 * What came of a meeting, as the record has it: a decision, a promise or a task. Who recorded a task
 * is who gave it.
 */
export interface RowOfRecord extends Recorded {
  kind: "decision" | "promise" | "task";
  id: string;
  version: string;
  text: {
    text: string;
    language: "EN" | "UR";
    translation: { text: string; isStale: boolean } | null;
  };
  /** Of promises alone. */
  direction: CommitmentDirection | null;
  dueOn: string | null;
  /** Of tasks alone; null too where she may not see her. */
  owner: Owner | null;
}

// Each field by its name: what lies in the cache has more of them, a kind of its own among these.

export function rowOfDecision(masked: DecisionRow): RowOfRecord {
  const { id, version, text, recordedBy, recordedFor } = unmask(DecisionRow_decision, masked);
  return {
    ...{ kind: "decision", id, version, text, direction: null, dueOn: null, owner: null },
    ...{ recordedBy, recordedFor },
  };
}

export function rowOfPromise(masked: PromiseRow): RowOfRecord {
  const row = unmask(PromiseRow_commitment, masked);
  const { id, version, text, direction, dueOn, recordedBy, recordedFor } = row;
  return {
    ...{ kind: "promise", id, version, text, direction, dueOn, owner: null },
    ...{ recordedBy, recordedFor },
  };
}

export function rowOfTask(masked: TaskToSetRight): RowOfRecord {
  const row = unmask(TaskToSetRight_task, masked);
  const { id, version, dueOn, title, owner, recordedBy, recordedFor } = row;
  return {
    ...{ kind: "task", id, version, text: title, direction: null, dueOn, recordedBy, recordedFor },
    owner: owner && { personId: owner.id, memberId: owner.member?.id ?? null, name: owner.name },
  };
}
