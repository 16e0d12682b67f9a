import { gql } from "urql";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepAhead } from "../src/app/keepAhead";
import { type Connection, open } from "../src/kit/graphql/client";
import { useMachine } from "./machine";

useMachine();

const LOG = gql`
  mutation Log {
    logMeeting {
      userErrors {
        code
      }
    }
  }
`;
const list = (nodes: object[] = []) => ({
  __typename: "Connection",
  nodes,
  pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
});
const pec = {
  __typename: "Stakeholder",
  id: "stakeholder_pec",
  name: { __typename: "Name", en: "PEC", ur: null },
  districts: [],
};
const met = {
  __typename: "Meeting",
  id: "meeting_1",
  stakeholders: [{ __typename: "MeetingStakeholder", id: "part_1", stakeholder: pec }],
};
const answers: Record<string, object> = {
  Home: { open: list() },
  RecentOffices: { meetings: list([met]) },
  AllOffices: { stakeholders: list() },
  MembersToChoose: { members: list() },
  DistrictsToChoose: { districts: list() },
  Office: {
    ...{ stakeholder: pec, offices: list(), meetings: list() },
    ...{ followUpActions: list(), commitments: list(), documents: list() },
  },
};
const refusal = { __typename: "UserError", code: "TOO_LONG" };

let isThere = true;
let asked: string[] = [];
let connection: Connection;
let stop = () => {};

beforeEach(async () => {
  isThere = true;
  asked = [];
  answers.Log = { logMeeting: { __typename: "MeetingPayload", userErrors: [] } };
  // What is asked only for the count of it need not be whole.
  vi.stubEnv("NODE_ENV", "production");
  vi.stubGlobal("window", Object.assign(new EventTarget(), { requestIdleCallback: setTimeout }));
  Object.assign(window, { cancelIdleCallback: clearTimeout });
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    const { operationName } = JSON.parse(body) as { operationName: string };
    if (!isThere) throw new TypeError("no network");
    asked.push(operationName);
    return new Response(JSON.stringify({ data: answers[operationName] }), {
      headers: { "content-type": "application/graphql-response+json" },
    });
  });
  connection = await open({ onSignedOut: () => {} });
  stop = keepAhead({ ...connection, language: "en" });
  await vi.waitFor(() => expect(asked.at(-1)).toBe("Office"));
  asked = [];
});

afterEach(() => {
  stop();
  connection.close();
  vi.unstubAllEnvs();
});

it("what a saved meeting has changed is read again by itself, and nothing else", async () => {
  await connection.client.mutation(LOG, {}).toPromise();

  await vi.waitFor(() => expect(asked.at(-1)).toBe("Office"));
  expect(asked).toEqual(["Log", "Home", "RecentOffices", "Office"]);
});

it("a meeting that is refused has nothing read again", async () => {
  answers.Log = { logMeeting: { __typename: "MeetingPayload", userErrors: [refusal] } };
  await connection.client.mutation(LOG, {}).toPromise();
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(asked).toEqual(["Log"]);
});

it("so it is once the network is back, where it goes right after the saving", async () => {
  await connection.client.mutation(LOG, {}).toPromise();
  isThere = false;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual(["Log"]);

  isThere = true;
  window.dispatchEvent(new Event("online"));

  await vi.waitFor(() => expect(asked).toEqual(["Log", "Home", "RecentOffices", "Office"]));
});
