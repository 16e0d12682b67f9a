import { Client, gql, makeErrorResult, makeResult } from "urql";
import { describe, expect, it, vi } from "vitest";
import { map, pipe } from "wonka";
import { reader } from "../src/app/reader";

const QUERY = gql<{ viewer: { id: string } }, { n: number }>`
  query Who($n: Int!) {
    viewer(n: $n) {
      id
    }
  }
`;

/** A record that answers, or is out of reach, and how it was asked. */
function record(isThere: boolean) {
  const asked = vi.fn();
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [
      () => (operations) =>
        pipe(
          operations,
          map((operation) => {
            if (operation.kind === "query") asked(operation.context.requestPolicy);
            return isThere
              ? makeResult(operation, { data: { viewer: { id: "user_saima" } } })
              : makeErrorResult(operation, new TypeError("no network"));
          }),
        ),
    ],
  });
  return { client, asked };
}
const readAt = (moment: number | null, writtenAt = 0) => ({
  readAt: () => moment,
  writtenAt: (fields: readonly string[]) => (fields.includes("viewer") ? writtenAt : 0),
});

describe("what is read ahead", () => {
  it("is asked of the record, unless that has answered lately", async () => {
    const { client, asked } = record(true);

    await reader(client, readAt(null)).once(QUERY, { n: 1 });
    await reader(client, readAt(Date.now())).once(QUERY, { n: 2 });

    expect(asked.mock.calls.flat()).toEqual(["network-only", "cache-first"]);
  });

  it("is asked of the record again once something was written of which it tells", async () => {
    const { client, asked } = record(true);
    const now = Date.now();

    await reader(client, readAt(now - 2, now - 1)).once(QUERY, { n: 1 });
    await reader(client, readAt(now - 1, now - 2)).once(QUERY, { n: 2 });

    expect(asked.mock.calls.flat()).toEqual(["network-only", "cache-first"]);
  });

  it("is not asked for any more once the network is away or she has left", async () => {
    const away = record(false);
    const read = reader(away.client, readAt(null));
    expect(await read.once(QUERY, { n: 1 })).toBe(null);
    expect(await read.once(QUERY, { n: 2 })).toBe(null);
    expect(read.isAway()).toBe(true);
    expect(away.asked).toHaveBeenCalledOnce();

    const there = record(true);
    const left = reader(there.client, readAt(null));
    left.stop();
    expect(await left.once(QUERY, { n: 1 })).toBe(null);
    expect(there.asked).not.toHaveBeenCalled();
  });
});
