import { openDB } from "idb";
import { gql } from "urql";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
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
const MEETING = gql`
  query Meeting {
    meeting(id: "meeting_1") {
      id
      wordsWithdrawnAt
      said {
        text
      }
    }
  }
`;
const HISTORY = gql`
  query History {
    history(id: "meeting_1", first: 20) {
      nodes {
        at
        text
      }
    }
  }
`;
const TASKS = gql`
  query Tasks($done: Boolean!) {
    followUpActions(done: $done) {
      nodes {
        id
        title {
          en
        }
      }
    }
  }
`;
const WITHDRAW = gql`
  mutation WithdrawWords {
    withdrawWords {
      record {
        id
        wordsWithdrawnAt
        said {
          text
        }
      }
      userErrors {
        code
      }
    }
  }
`;

const SENTENCE = "He wants it kept among us";
const meeting = (text: string | null) => ({
  __typename: "Meeting",
  id: "meeting_1",
  wordsWithdrawnAt: text ? null : "2025-06-03T06:00:00Z",
  said: text ? { __typename: "Text", text } : null,
});
const task = {
  __typename: "FollowUpAction",
  id: "follow_up_action_1",
  title: { __typename: "Name", en: "Send the list" },
};
const tasks = (nodes: object[]) => ({
  followUpActions: { __typename: "FollowUpActionConnection", nodes },
});

const connections: Connection[] = [];
const network = vi.fn();
let record: Record<string, (variables: { done?: boolean }) => object | Promise<object>>;

beforeEach(() => {
  record = {
    Meeting: () => ({ meeting: meeting(SENTENCE) }),
    History: () => ({
      history: {
        __typename: "HistoryConnection",
        nodes: [{ __typename: "HistoryEntry", at: "2025-06-02T06:00:00Z", text: SENTENCE }],
      },
    }),
    Tasks: ({ done }) => tasks(done ? [] : [task]),
    WithdrawWords: () => ({
      withdrawWords: {
        __typename: "WithdrawWordsPayload",
        record: meeting(null),
        userErrors: [],
      },
    }),
  };
  // The cache does not write anything down in what it takes for a test.
  vi.stubEnv("NODE_ENV", "production");
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  network.mockImplementation(async (_url: string, { body }: { body: string }) => {
    const { operationName, variables } = JSON.parse(body);
    const data = await record[operationName]?.(variables ?? {});
    return new Response(JSON.stringify({ data }), {
      headers: { "content-type": "application/graphql-response+json" },
    });
  });
  vi.stubGlobal("fetch", network);
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

const read = ({ client }: Connection, query: typeof MEETING, variables = {}) =>
  client.query(query, variables, { requestPolicy: "network-only" }).toPromise();

/** Until what has been read and written lies on the machine. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 200));

/** All that lies on the machine. */
async function kept(): Promise<string> {
  const db = await openDB("rabta.read", 1);
  const all = await Promise.all([db.getAllKeys("entries"), db.getAll("entries")]);
  db.close();
  return JSON.stringify(all);
}

it("a sentence is nowhere once the meeting was read again without it", async () => {
  const connection = await visit();
  await read(connection, MEETING);
  await settled();
  expect(await kept()).toContain(SENTENCE);

  record.Meeting = () => ({ meeting: meeting(null) });
  await read(connection, MEETING);
  await settled();

  expect(await kept()).not.toContain(SENTENCE);
});

it("a sentence that was read before a reload is nowhere once it is withdrawn", async () => {
  const before = await visit();
  await read(before, MEETING);
  await read(before, HISTORY);
  await settled();
  before.close();

  const connection = await visit();
  await connection.client.mutation(WITHDRAW, {}).toPromise();
  await settled();

  expect(await kept()).toContain("meeting_1");
  expect(await kept()).not.toContain(SENTENCE);
});

it("what stands in no list any more is nowhere", async () => {
  const connection = await visit();
  await read(connection, TASKS, { done: false });
  await settled();
  expect(await kept()).toContain("Send the list");

  record.Tasks = () => tasks([]);
  await read(connection, TASKS, { done: false });
  await settled();

  expect(await kept()).not.toContain("Send the list");
});

it("what goes from one list into another stays, also where the second answers late", async () => {
  const connection = await visit();
  await read(connection, TASKS, { done: false });
  await read(connection, TASKS, { done: true });
  await settled();

  let answer = () => {};
  record.Tasks = async ({ done }) => {
    if (done) await new Promise<void>((resolve) => (answer = resolve));
    return tasks(done ? [task] : []);
  };
  const late = read(connection, TASKS, { done: true });
  await read(connection, TASKS, { done: false });
  await settled();
  answer();
  await late;
  await settled();

  connection.close();
  network.mockRejectedValue(new TypeError("no network"));
  const { client } = await visit();
  const { data } = await client
    .query(TASKS, { done: true }, { requestPolicy: "cache-only" })
    .toPromise();
  expect(data?.followUpActions.nodes).toMatchObject([{ title: { en: "Send the list" } }]);
});

it("what no page can arrive at is erased when the page is opened", async () => {
  const before = await visit();
  await read(before, MEETING);
  await settled();
  before.close();
  const db = await openDB("rabta.read", 1);
  for (const key of await db.getAllKeys("entries")) {
    if (String(key).endsWith(".said"))
      await db.put("entries", { text: ":null", at: Date.now() }, key);
  }
  db.close();
  expect(await kept()).toContain(SENTENCE);

  await visit();

  expect(await kept()).toContain("meeting_1");
  expect(await kept()).not.toContain(SENTENCE);
});
