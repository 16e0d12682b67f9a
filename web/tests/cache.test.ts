import { gql } from "urql";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connect } from "../src/kit/graphql/client";
import { madeOld } from "../src/kit/graphql/madeOld";

const TASK = gql`
  query Task {
    followUpActions {
      nodes {
        id
        status
        version
        dueOn
        completedOn
        isOverdue
      }
    }
  }
`;
const COMPLETE = gql`
  mutation CompleteFollowUp($input: CompleteFollowUpInput!) {
    completeFollowUp(input: $input) {
      followUpAction {
        id
        status
        version
        completedOn
        isOverdue
      }
      userErrors {
        code
      }
    }
  }
`;

const task = (status: string, dueOn: string | null = null) => ({
  __typename: "FollowUpAction",
  id: "follow_up_action_1",
  status,
  version: status,
  dueOn,
  completedOn: status === "DONE" ? "2025-06-03" : null,
  isOverdue: false,
});
const answer = (data: object) =>
  new Response(JSON.stringify({ data }), {
    headers: { "content-type": "application/graphql-response+json" },
  });
const tasks = (dueOn: string | null) =>
  answer({
    followUpActions: { __typename: "FollowUpActionConnection", nodes: [task("OPEN", dueOn)] },
  });

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => vi.unstubAllGlobals());

it("an answer that was asked for before a tick, and comes after it, does not undo it", async () => {
  let comeLate = (_late: Response) => {};
  const reads = [
    async () => tasks(null),
    () =>
      new Promise<Response>((resolve) => {
        comeLate = resolve;
      }),
  ];
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) =>
    body.includes("mutation")
      ? answer({
          completeFollowUp: {
            __typename: "FollowUpActionPayload",
            followUpAction: task("DONE"),
            userErrors: [],
          },
        })
      : reads.shift()?.(),
  );
  const { client, close } = connect(() => {});
  const seen: string[] = [];
  const see = () =>
    client.query(TASK, {}).subscribe(({ data }) => {
      const [one] = data?.followUpActions.nodes ?? [];
      if (one) seen.push(`${one.status} ${one.dueOn}`);
    });
  const first = see();
  await vi.waitFor(() => expect(seen).toEqual(["OPEN null"]));
  const second = see();
  await vi.waitFor(() => expect(reads).toEqual([]));

  const input = { id: "follow_up_action_1", requestId: "1" };
  await client.mutation(COMPLETE, { input }).toPromise();
  comeLate(tasks("2025-07-01"));

  await vi.waitFor(() => expect(seen.at(-1)).toBe("DONE 2025-07-01"));
  first.unsubscribe();
  second.unsubscribe();
  close();
});

it("an answer of which nothing is left makes old what it may have changed, and breaks nothing", () => {
  expect(madeOld({ archive: null }).fields).toContain("meeting");
  const taken = (id: string) => madeOld({ archive: { results: [{ id }], userErrors: [] } }).fields;
  expect(taken("stakeholder_1")).toContain("stakeholders");
  expect(taken("meeting_1")).not.toContain("stakeholders");
  expect(madeOld({ logMeeting: null, updateMeeting: null }).fields).toContain("meetings");
});
