import { gql } from "urql";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connect } from "../src/kit/graphql/client";

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

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
});

afterEach(() => vi.unstubAllGlobals());

describe("what could not be read for want of a network", () => {
  it("is read again when the network comes back, for as long as a page shows it", async () => {
    const fetch = vi.fn(async () => found()).mockRejectedValueOnce(new TypeError("no network"));
    vi.stubGlobal("fetch", fetch);
    const { client, close } = connect(() => {});
    const seen: string[] = [];
    const { unsubscribe } = client.query(QUERY, {}).subscribe(({ data, error }) => {
      seen.push(error ? "failed" : data?.viewer.id);
    });
    await vi.waitFor(() => expect(seen).toEqual(["failed"]));

    window.dispatchEvent(new Event("online"));

    await vi.waitFor(() => expect(seen.at(-1)).toBe("user_saima"));
    unsubscribe();
    window.dispatchEvent(new Event("online"));
    expect(fetch).toHaveBeenCalledTimes(2);
    close();
  });

  it("is not read again where no page shows it any more", async () => {
    const fetch = vi.fn(async () => found()).mockRejectedValueOnce(new TypeError("no network"));
    vi.stubGlobal("fetch", fetch);
    const { client, close } = connect(() => {});
    await client.query(QUERY, {}).toPromise();

    window.dispatchEvent(new Event("online"));
    await Promise.resolve();

    expect(fetch).toHaveBeenCalledTimes(1);
    close();
  });
});
