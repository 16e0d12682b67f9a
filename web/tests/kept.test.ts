import { openDB } from "idb";
import { gql } from "urql";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Viewer_ViewerFragment as Viewer } from "../src/gql/graphql";
import { type Connection, connect, open } from "../src/kit/graphql/client";
import { Kept } from "../src/kit/offline/kept";
import { eraseKept } from "../src/kit/offline/keptStore";
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
const OFFICE = gql`
  query Office {
    stakeholder(id: "stakeholder_1") {
      id
      shortName
    }
  }
`;
const office = { __typename: "Stakeholder", id: "stakeholder_1", shortName: "PEC" };
const found = () =>
  new Response(JSON.stringify({ data: { stakeholder: office } }), {
    headers: { "content-type": "application/graphql-response+json" },
  });

const network = vi.fn();
const connections: Connection[] = [];

beforeEach(() => {
  // The cache does not write anything down in what it takes for a test.
  vi.stubEnv("NODE_ENV", "production");
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  network.mockReset().mockImplementation(async () => found());
  vi.stubGlobal("fetch", network);
});

afterEach(() => {
  for (const connection of connections.splice(0)) connection.close();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** The page, opened anew. */
async function visit(): Promise<Connection> {
  const connection = await open({ onSignedOut: () => {} });
  connections.push(connection);
  return connection;
}

/** What a page shows of the office, for as long as it stands there. */
function look({ client }: Connection) {
  const seen: (string | null)[] = [];
  const { unsubscribe } = client.query(OFFICE, {}).subscribe(({ data, error, stale }) => {
    if (!stale) seen.push(data?.stakeholder.shortName ?? (error ? null : "nothing"));
  });
  return {
    last: () => vi.waitFor(() => expect(seen).not.toEqual([])).then(() => seen.at(-1)),
    unsubscribe,
  };
}

/** What she read with a network, once it lies on the machine. */
async function readAndLeave(): Promise<void> {
  const connection = await visit();
  await connection.kept.own(saima);
  await look(connection).last();
  await vi.waitFor(async () => expect((await counts()).entries).toBeGreaterThan(0));
  connection.close();
}

async function counts() {
  const db = await openDB("rabta.read", 1);
  const [entries, reads, owner] = await Promise.all(
    ["entries", "reads", "owner"].map((name) => db.count(name)),
  );
  db.close();
  return { entries, reads, owner };
}
/** When the part was read that has not been read for longest. */
async function oldestEntry(): Promise<number> {
  const db = await openDB("rabta.read", 1);
  const entries: { at: number }[] = await db.getAll("entries");
  db.close();
  return Math.min(...entries.map(({ at }) => at));
}
const NOTHING = { entries: 0, reads: 0, owner: 0 };

const leaveNetwork = () => network.mockRejectedValue(new TypeError("no network"));

describe("what she has read", () => {
  it("is there again without a network, with who she is and how old it is", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-06-03T06:00:00Z") });
    await readAndLeave();
    vi.setSystemTime(new Date("2025-06-04T06:00:00Z"));
    leaveNetwork();

    const connection = await visit();

    expect(connection.kept.viewer).toEqual(saima);
    expect(await look(connection).last()).toBe("PEC");
    const { isAway, asOf } = connection.reading.away();
    expect(isAway).toBe(true);
    expect(new Date(asOf ?? 0).toISOString()).toContain("2025-06-03T06:00");
  });

  it("stays on the screen when the network goes, and is told of as old only until it is back", async () => {
    const connection = await visit();
    await connection.kept.own(saima);
    const page = look(connection);
    await page.last();
    leaveNetwork();

    expect(await look(connection).last()).toBe("PEC");
    expect(connection.reading.away().isAway).toBe(true);

    network.mockImplementation(async () => found());
    window.dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(connection.reading.away().isAway).toBe(false));
  });

  it("is told of as old where the network takes the question and never answers", async () => {
    const connection = await visit();
    await connection.kept.own(saima);
    await look(connection).last();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    network.mockImplementation(
      (_url: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(signal.reason));
        }),
    );
    const page = look(connection);

    await vi.advanceTimersByTimeAsync(19_000);
    expect(connection.reading.away().isAway).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);

    expect(connection.reading.away().isAway).toBe(true);
    expect(await page.last()).toBe("PEC");
  });

  it("is not kept before the server has said who she is", async () => {
    const connection = await visit();
    await look(connection).last();
    await new Promise((resolve) => setTimeout(resolve, 400));

    expect(await counts()).toEqual(NOTHING);
  });

  it("is not kept for ever", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-06-03T06:00:00Z") });
    await readAndLeave();
    vi.setSystemTime(new Date("2025-07-10T06:00:00Z"));
    leaveNetwork();

    expect(await look(await visit()).last()).toBe(null);
    expect(await counts()).toMatchObject({ entries: 0, reads: 0 });
  });

  it("stays as long as it is read again, also where nothing of it has changed", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-06-03T06:00:00Z") });
    await readAndLeave();
    const readAgain = new Date("2025-06-23T06:00:00Z");
    vi.setSystemTime(readAgain);
    const connection = await visit();
    await connection.kept.own(saima);
    await look(connection).last();
    await vi.waitFor(async () =>
      expect(await oldestEntry()).toBeGreaterThanOrEqual(readAgain.getTime()),
    );
    connection.close();

    vi.setSystemTime(new Date("2025-07-10T06:00:00Z"));
    leaveNetwork();

    expect(await look(await visit()).last()).toBe("PEC");
  });

  it("is not read by the page of another contract", async () => {
    await readAndLeave();
    const db = await openDB("rabta.read", 1);
    await db.put("owner", { ...(await db.get("owner", "owner")), schema: "another" }, "owner");
    db.close();

    expect((await visit()).kept.viewer).toBe(null);
    expect(await counts()).toEqual(NOTHING);
  });
});

describe("what was read under one sign-in", () => {
  it("is erased when another user signs in, or the same with another role or for a member", async () => {
    const others: Partial<Viewer>[] = [
      { id: "user_farida" },
      { role: "PARTNER" },
      { actingFor: "member_rubina" },
    ];
    for (const other of others) {
      await readAndLeave();
      const connection = await visit();

      expect(await connection.kept.own({ ...saima, ...other })).toBe(false);
      expect(await counts()).toEqual(NOTHING);
    }
  });

  it("stays erased, although another tab goes on reading", async () => {
    const tab = await visit();
    await tab.kept.own(saima);
    await look(tab).last();

    await eraseKept();
    tab.kept.noteRead(1, Date.now());
    await new Promise((resolve) => setTimeout(resolve, 400));

    expect(await counts()).toEqual(NOTHING);
  });

  it("is erased before anything else, where the browser was closed in the middle of it", async () => {
    await readAndLeave();
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
      throw new DOMException("gone", "InvalidStateError");
    });
    await expect(eraseKept()).rejects.toThrow();
    transaction.mockRestore();

    expect((await visit()).kept.viewer).toBe(null);
    expect(await counts()).toEqual(NOTHING);
  });
});

describe("a machine that keeps nothing", () => {
  it("is read from the record as ever", async () => {
    indexedDB.open = () => {
      throw new DOMException("refused", "SecurityError");
    };
    const connection = await visit();
    await connection.kept.own(saima);

    expect(await look(connection).last()).toBe("PEC");
  });

  it("is what a page has that asks for none", () => {
    const { kept, close } = connect({ onSignedOut: () => {} });

    expect(kept).toBeInstanceOf(Kept);
    expect(kept.viewer).toBe(null);
    close();
  });
});
