import { afterEach, describe, expect, it, vi } from "vitest";
import { signIn } from "../src/concepts/access/session";

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
