import { gql } from "urql";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { connect } from "../src/kit/graphql/client";

const CARD = gql`
  query Card($id: ID!) {
    stakeholder(id: $id) {
      id
      openTasks
    }
  }
`;
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
const SAVED = {
  __typename: "MeetingPayload",
  meeting: { __typename: "Meeting", id: "meeting_1" },
  userErrors: [],
};

let cards: ((openTasks: number) => void)[] = [];

function answer(data: object): Response {
  const headers = { "content-type": "application/json" };
  return new Response(JSON.stringify({ data }), { headers });
}

beforeEach(() => {
  cards = [];
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    if (JSON.parse(body).operationName === "Log") return answer({ logMeeting: SAVED });
    return new Promise<Response>((resolve) => {
      cards.push((openTasks) => {
        const id = "stakeholder_pec";
        resolve(answer({ stakeholder: { __typename: "Stakeholder", id, openTasks } }));
      });
    });
  });
});

afterEach(() => vi.unstubAllGlobals());

it("asks again what was under way when it was made old", async () => {
  const { client, close } = connect({ onSignedOut: () => {} });
  const shown: number[] = [];
  const { unsubscribe } = client
    .query(CARD, { id: "stakeholder_pec" })
    .subscribe(({ data }) => data && shown.push(data.stakeholder.openTasks));
  await vi.waitFor(() => expect(cards).toHaveLength(1));

  await client.mutation(LOG, {}).toPromise();
  cards[0]?.(1);
  await vi.waitFor(() => expect(cards).toHaveLength(2));
  cards[1]?.(2);

  await vi.waitFor(() => expect(shown.at(-1)).toBe(2));
  unsubscribe();
  close();
});
