import type { Client } from "urql";
import { afterEach, describe, expect, it, vi } from "vitest";
import { signIn, signOut } from "../src/concepts/access/session";

afterEach(() => vi.unstubAllGlobals());

const answered = (response: Response) => {
  vi.stubGlobal("fetch", async () => response);
  return signIn("saima@example.org", "a password");
};
const refused = (code: string, status: number) => answered(Response.json({ code }, { status }));

describe("signing in", () => {
  it("says why it did not work, where the server says so", async () => {
    expect(await refused("INVALID_CREDENTIALS", 401)).toBe("INVALID_CREDENTIALS");
    expect(await refused("TOO_MANY_ATTEMPTS", 429)).toBe("TOO_MANY_ATTEMPTS");
  });

  it("tells a server that is busy from one that cannot be reached", async () => {
    expect(await refused("UNAVAILABLE", 503)).toBe("UNAVAILABLE");
    expect(await answered(new Response("<html>Bad gateway</html>", { status: 503 }))).toBe(
      "UNREACHABLE",
    );
  });
});

describe("signing out", () => {
  /** A client that is told who is signed in, or gets no answer. */
  const toldOf = (viewer: { id: string } | null | undefined) => {
    const answer = viewer === undefined ? { error: new Error("no network") } : { data: { viewer } };
    const query = vi.fn(() => ({ toPromise: async () => answer }));
    return { client: { query } as unknown as Client, query };
  };
  const out = (answer: () => Promise<Response>, { client }: ReturnType<typeof toldOf>) => {
    vi.stubGlobal("fetch", answer);
    return signOut(client, "user_saima");
  };
  const lost = () => Promise.reject(new TypeError("no network"));

  it("is done where the server says so, without a further question", async () => {
    const told = toldOf({ id: "user_saima" });

    expect(await out(async () => new Response(null, { status: 204 }), told)).toBe("out");
    expect(told.query).not.toHaveBeenCalled();
  });

  it("may be done where no answer came: then it is asked who is signed in", async () => {
    expect(await out(lost, toldOf(null))).toBe("out");
    expect(await out(lost, toldOf({ id: "user_other" }))).toBe("out");
    expect(await out(lost, toldOf({ id: "user_saima" }))).toBe("in");
    expect(await out(lost, toldOf(undefined))).toBe("unsure");
  });

  it("is not taken from a portal's page in the server's place", async () => {
    const portal = async () => new Response("<html>Welcome to the hotel</html>");

    expect(await out(portal, toldOf(undefined))).toBe("unsure");
    expect(await out(portal, toldOf({ id: "user_saima" }))).toBe("in");
  });
});
