import { gql } from "urql";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Viewer_ViewerFragment as Viewer } from "../src/gql/graphql";
import { type Connection, open } from "../src/kit/graphql/client";
import { useMachine } from "./machine";

useMachine();

const saima: Viewer = {
  id: "user_saima",
  email: "saima@caucus.example",
  role: "MEMBER",
  language: "EN",
  person: null,
  member: null,
  actingFor: null,
};
const TASKS = gql`
  query Tasks {
    followUpActions {
      nodes {
        id
        status
      }
    }
  }
`;
const NAMES = gql`
  query Names {
    stakeholders {
      nodes {
        id
        shortName
      }
    }
  }
`;
const CARD = gql`
  query Card($id: ID!) {
    stakeholder(id: $id) {
      id
      shortName
    }
  }
`;
const READS = [
  { query: TASKS, variables: {} },
  { query: NAMES, variables: {} },
  { query: CARD, variables: { id: "stakeholder_pec" } },
];
const LOG = gql`
  mutation Log {
    logMeeting {
      meeting {
        id
      }
      userErrors {
        code
      }
    }
  }
`;
const UPDATE = gql`
  mutation Update($input: Input!) {
    updateMeeting(input: $input) {
      meeting {
        id
      }
      userErrors {
        code
      }
    }
  }
`;
const HIDE = gql`
  mutation UpdateHidden($input: Input!) {
    updateMeeting(input: $input) {
      meeting {
        id
      }
      userErrors {
        code
      }
    }
  }
`;
const COMPLETE = gql`
  mutation Complete($input: Input!) {
    completeFollowUp(input: $input) {
      followUpAction {
        id
        status
      }
      userErrors {
        code
      }
    }
  }
`;

const pec = { __typename: "Stakeholder", id: "stakeholder_pec", shortName: "PEC" };
const task = { __typename: "FollowUpAction", id: "follow_up_action_1", status: "OPEN" };
const saved = {
  __typename: "MeetingPayload",
  meeting: { __typename: "Meeting", id: "meeting_1" },
  userErrors: [],
};
const RECORD: Record<string, object> = {
  Tasks: { followUpActions: { __typename: "FollowUpActionConnection", nodes: [task] } },
  Names: { stakeholders: { __typename: "StakeholderConnection", nodes: [pec] } },
  Card: { stakeholder: pec },
  Log: { logMeeting: saved },
  Meeting: { meeting: saved.meeting },
  Update: { updateMeeting: saved },
  UpdateHidden: { updateMeeting: { ...saved, meeting: null } },
  Complete: {
    completeFollowUp: {
      __typename: "FollowUpActionPayload",
      followUpAction: null,
      userErrors: [{ __typename: "UserError", code: "STALE" }],
    },
  },
};

const connections: Connection[] = [];
let isThere = true;
let asked: string[] = [];

beforeEach(() => {
  isThere = true;
  asked = [];
  // The cache does not write anything down in what it takes for a test.
  vi.stubEnv("NODE_ENV", "production");
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    if (!isThere) throw new TypeError("no network");
    const { operationName } = JSON.parse(body) as { operationName: string };
    asked.push(operationName);
    return new Response(JSON.stringify({ data: RECORD[operationName] }), {
      headers: { "content-type": "application/graphql-response+json" },
    });
  });
});

afterEach(() => {
  for (const connection of connections.splice(0)) connection.close();
  vi.unstubAllEnvs();
});

/** The page, opened anew by her. */
async function visit(): Promise<Connection> {
  const connection = await open({ onSignedOut: () => {} });
  connections.push(connection);
  await connection.kept.own(saima);
  return connection;
}

const read = ({ client }: Connection) =>
  Promise.all(READS.map(({ query, variables }) => client.query(query, variables).toPromise()));

/** What all is shown without a network. */
async function readAway(connection: Connection): Promise<boolean[]> {
  isThere = false;
  const answers = await Promise.all(
    READS.map(({ query, variables }) =>
      connection.client.query(query, variables, { requestPolicy: "cache-first" }).toPromise(),
    ),
  );
  return answers.map(({ data }) => Boolean(data));
}

/** Until what has been read and written lies on the machine. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 200));

describe.each([
  ["a meeting is saved", LOG, {}],
  ["a meeting is set right", UPDATE, { input: { id: "meeting_1" } }],
  ["a tick is refused", COMPLETE, { input: { id: task.id } }],
])("once %s", (_what, mutation, variables) => {
  it("what was read is still there without a network, on this page and after a reload", async () => {
    const connection = await visit();
    await read(connection);
    await settled();

    await connection.client.mutation(mutation, variables).toPromise();
    await settled();

    expect(await readAway(connection)).toEqual([true, true, true]);
    connection.close();
    expect(await readAway(await visit())).toEqual([true, true, true]);
  });
});

it("a meeting out of which she took herself is gone from what is kept", async () => {
  const meeting = gql`
    query Meeting($id: ID!) {
      meeting(id: $id) {
        id
      }
    }
  `;
  const { client } = await visit();
  const look = () => client.query(meeting, { id: saved.meeting.id }).toPromise();
  expect((await look()).data).toBeTruthy();

  await client.mutation(HIDE, { input: { id: saved.meeting.id } }).toPromise();

  isThere = false;
  expect((await look()).data).toBe(undefined);
});
