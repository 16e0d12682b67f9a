import { Client, fetchExchange, gql } from "urql";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connect } from "../src/kit/graphql/client";
import { failedReads } from "../src/kit/graphql/failedReads";

const QUERY = gql`
  query Who {
    viewer {
      id
    }
  }
`;
const viewer = { __typename: "Viewer", id: "user_saima" };
const found = () =>
  new Response(JSON.stringify({ data: { viewer } }), {
    headers: { "content-type": "application/graphql-response+json" },
  });

/** Long enough for all that was begun to have been asked and answered. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
});

afterEach(() => vi.unstubAllGlobals());

describe("what could not be read for want of a network", () => {
  it("is read again when the network comes back, for as long as a page shows it", async () => {
    const fetch = vi.fn(async () => found()).mockRejectedValueOnce(new TypeError("no network"));
    vi.stubGlobal("fetch", fetch);
    const { client, close } = connect({ onSignedOut: () => {} });
    const seen: string[] = [];
    const { unsubscribe } = client.query(QUERY, {}).subscribe(({ data, error }) => {
      seen.push(error ? "failed" : data?.viewer.id);
    });
    await vi.waitFor(() => expect(seen).toEqual(["failed"]));

    window.dispatchEvent(new Event("online"));

    await vi.waitFor(() => expect(seen.at(-1)).toBe("user_saima"));
    unsubscribe();
    close();
  });

  /** How often something is asked again once it failed and the network is back. */
  async function askedAgain(isShown: boolean): Promise<number> {
    vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("no network")));
    const ask = vi.fn();
    const { exchange, stop } = failedReads(ask);
    const client = new Client({
      url: "/graphql",
      preferGetMethod: false,
      exchanges: [exchange, fetchExchange],
    });
    const seen = vi.fn();
    const { unsubscribe } = client.query(QUERY, {}).subscribe(seen);
    await vi.waitFor(() => expect(seen).toHaveBeenCalled());
    if (!isShown) unsubscribe();
    await aMoment();

    window.dispatchEvent(new Event("online"));
    await aMoment();

    unsubscribe();
    stop();
    return ask.mock.calls.length;
  }

  it("is not read again where no page shows it any more", async () => {
    expect(await askedAgain(true)).toBe(1);
    expect(await askedAgain(false)).toBe(0);
  });

  it("is not read again once it could be read", async () => {
    const fetch = vi.fn(async () => found()).mockRejectedValueOnce(new TypeError("no network"));
    vi.stubGlobal("fetch", fetch);
    const { client, close } = connect({ onSignedOut: () => {} });
    const seen: string[] = [];
    const { unsubscribe } = client.query(QUERY, {}).subscribe(({ error }) => {
      seen.push(error ? "failed" : "read");
    });
    await vi.waitFor(() => expect(seen).toEqual(["failed"]));

    for (const calls of [2, 2]) {
      window.dispatchEvent(new Event("online"));
      await aMoment();
      expect(fetch).toHaveBeenCalledTimes(calls);
    }

    unsubscribe();
    close();
  });
});

describe("a write that failed for want of a network", () => {
  const TICK = gql`
    mutation Tick {
      completeFollowUp(input: { id: "follow_up_action_1" }) {
        userErrors {
          code
        }
      }
    }
  `;

  it("leads to a question by which it is known that the network is back", async () => {
    const fetch = vi.fn(async () => found());
    vi.stubGlobal("fetch", fetch);
    const { client, reading, close } = connect({ onSignedOut: () => {} });
    const seen = vi.fn();
    const { unsubscribe } = client.query(QUERY, {}).subscribe(seen);
    await vi.waitFor(() => expect(seen).toHaveBeenCalled());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    fetch.mockRejectedValueOnce(new TypeError("no network"));
    await client.mutation(TICK, {}).toPromise();
    expect(reading.away().isAway).toBe(true);

    // The browser says nothing of a signal that was too weak for a moment.
    await vi.advanceTimersByTimeAsync(5_000);

    expect(reading.away().isAway).toBe(false);
    vi.useRealTimers();
    unsubscribe();
    close();
  });
});
