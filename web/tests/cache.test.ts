import { gql } from "urql";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { stillWaiting } from "../src/concepts/records/waiting";
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
  const { client, close } = connect({ onSignedOut: () => {} });
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

const WAITING = gql`
  query Waiting {
    waitingForMe {
      nodes {
        record {
          __typename
          id
          ... on Meeting {
            confirmedAt
          }
        }
      }
    }
  }
`;
const CONFIRM = gql`
  mutation Confirm($input: ConfirmInput!) {
    confirm(input: $input) {
      results {
        id
        record {
          __typename
          id
          ... on Meeting {
            confirmedAt
          }
        }
        userErrors {
          code
        }
      }
      userErrors {
        code
      }
    }
  }
`;

it("what she says is right is so at once, and waits again where the record did not take it", async () => {
  let answerLate = (_late: Response) => {};
  const meeting = { __typename: "Meeting", id: "meeting_1", confirmedAt: null };
  const nodes = [{ __typename: "Waiting", record: meeting }];
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) =>
    body.includes("mutation")
      ? new Promise<Response>((resolve) => {
          answerLate = resolve;
        })
      : answer({ waitingForMe: { __typename: "WaitingConnection", nodes } }),
  );
  const { client, close } = connect({ onSignedOut: () => {} });
  let waiting: number | null = null;
  const { unsubscribe } = client.query(WAITING, {}).subscribe(({ data }) => {
    waiting = data ? stillWaiting(data.waitingForMe.nodes).length : null;
  });
  await vi.waitFor(() => expect(waiting).toBe(1));

  const input = { ids: ["meeting_1"], requestId: "1" };
  const confirming = client.mutation(CONFIRM, { input }).toPromise();
  await vi.waitFor(() => expect(waiting).toBe(0));
  const code = { __typename: "UserError", code: "FORBIDDEN" };
  const result = { __typename: "RecordResult", id: "meeting_1", record: null, userErrors: [code] };
  answerLate(
    answer({ confirm: { __typename: "ConfirmPayload", results: [result], userErrors: [] } }),
  );
  await confirming;

  await vi.waitFor(() => expect(waiting).toBe(1));
  unsubscribe();
  close();
});

it("an answer of which nothing is left makes old what it may have changed, and breaks nothing", () => {
  expect(madeOld({ archive: null }).fields).toContain("meeting");
  const taken = (id: string) => madeOld({ archive: { results: [{ id }], userErrors: [] } }).fields;
  expect(taken("stakeholder_1")).toContain("stakeholders");
  expect(taken("meeting_1")).not.toContain("stakeholders");
  expect(madeOld({ logMeeting: null, updateMeeting: null }).fields).toContain("meetings");
});

it("whatever she sets right or confirms waits for her no longer", () => {
  for (const write of ["updateMeeting", "updateCommitment", "completeFollowUp", "confirm"]) {
    expect(madeOld({ [write]: { userErrors: [] } }).onPage).toContain("waitingForMe");
  }
});
