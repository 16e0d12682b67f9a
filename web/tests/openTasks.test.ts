import { type Client, gql } from "urql";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connect } from "../src/kit/graphql/client";

const tasksOf = (filter: string) => gql`
  query Tasks {
    followUpActions(filter: ${filter}) {
      nodes {
        id
        status
        stakeholders {
          id
        }
      }
    }
  }
`;
const MINE = tasksOf("{ mine: true, statuses: [OPEN, IN_PROGRESS] }");
const MINE_DONE = tasksOf('{ mine: true, statuses: [DONE], completedIn: { from: "2025-05-20" } }');
const OF_PEC = tasksOf('{ stakeholderIds: ["stakeholder_pec"], statuses: [OPEN, IN_PROGRESS] }');
const OF_OTHER = tasksOf('{ stakeholderIds: ["stakeholder_other"], statuses: [OPEN] }');
const IN_TIME = tasksOf("{ statuses: [OPEN], isOverdue: true }");
const REOPEN = gql`
  mutation Reopen($input: Input!) {
    reopenFollowUp(input: $input) {
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

const task = (status: string) => ({
  __typename: "FollowUpAction",
  id: "follow_up_action_1",
  status,
  stakeholders: [{ __typename: "Stakeholder", id: "stakeholder_pec" }],
});
const list = (nodes: object[]) => ({
  followUpActions: { __typename: "FollowUpActionConnection", nodes },
});

let answer: object;

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal(
    "fetch",
    async () =>
      new Response(JSON.stringify({ data: answer }), {
        headers: { "content-type": "application/graphql-response+json" },
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

/** She took it back among those done, where it was read after the tick; the open ones hold it no more. */
async function reopened(isMine: boolean, payload: object) {
  const { client, close } = connect({ onSignedOut: () => {} });
  const query = client.query.bind(client);
  for (const open of [MINE, OF_PEC, OF_OTHER, IN_TIME]) {
    answer = list([]);
    await query(open, {}).toPromise();
  }
  answer = list(isMine ? [task("DONE")] : []);
  await query(MINE_DONE, {}).toPromise();
  answer = { reopenFollowUp: { __typename: "FollowUpActionPayload", ...payload } };
  await client.mutation(REOPEN, { input: { id: "follow_up_action_1" } }).toPromise();
  close();
  return shownIn(client);
}

const shownIn = (client: Client) =>
  Object.fromEntries(
    Object.entries({ MINE, OF_PEC, OF_OTHER, IN_TIME }).map(([name, open]) => [
      name,
      client
        .readQuery(open, {}, { requestPolicy: "cache-only" })
        ?.data.followUpActions.nodes.map(({ status }: { status: string }) => status),
    ]),
  );

const { stakeholders: _notAsked, ...answered } = task("IN_PROGRESS");
const back = { followUpAction: answered, userErrors: [] };

it("a task that is open again is back in the kept lists of open ones to which it belongs", async () => {
  expect(await reopened(true, back)).toEqual({
    MINE: ["IN_PROGRESS"],
    OF_PEC: ["IN_PROGRESS"],
    OF_OTHER: [],
    IN_TIME: [],
  });
});

it("a task that is refused to be opened again is not", async () => {
  const refused = {
    followUpAction: null,
    userErrors: [{ __typename: "UserError", code: "STALE" }],
  };

  expect(await reopened(true, refused)).toMatchObject({ MINE: [], OF_PEC: [] });
});

it("a task of somebody else is not among hers", async () => {
  expect(await reopened(false, back)).toMatchObject({ MINE: [], OF_PEC: [] });
});
