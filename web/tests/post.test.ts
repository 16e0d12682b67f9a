import { afterEach, describe, expect, it, vi } from "vitest";
import { begun, meetings } from "../src/concepts/meetings/unsent/unsentMeeting";
import type { LogMeetingInput } from "../src/gql/graphql";
import { connect } from "../src/kit/graphql/client";
import { postOf } from "../src/kit/offline/post";
import { waits } from "../src/kit/offline/unsent";
import { draftWith } from "./sample";

const input: LogMeetingInput = { id: "meeting_1", requestId: "1", with: [] };
const waiting = {
  ...begun("user_saima", draftWith({ meetingId: "meeting_1" })),
  state: waits(input),
};
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/graphql-response+json" },
  });
const logged = (named: object | null, userErrors: object[] = []) => {
  const meeting = named && { __typename: "Meeting", ...named };
  const logMeeting = { __typename: "LogMeetingPayload", meeting, userErrors };
  return json({ data: { logMeeting } });
};
const failed = (code: string, status = 200) =>
  json({ data: null, errors: [{ message: "", extensions: { code } }] }, status);

/** The way to a server, or to whatever stands in its place, that gives this answer. */
function to(answer: () => Response | Promise<Response>, actingFor: string | null = null) {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("fetch", async () => answer());
  const news = { onEnded: vi.fn(), onOtherUser: vi.fn() };
  const notLet = vi.fn();
  const { client } = connect({ actingFor, onSignedOut: news.onEnded, onNotLet: notLet });
  return { notLet, post: postOf(client, { id: "user_saima", actingFor }, [meetings], news), news };
}
const send = async (answer: () => Response | Promise<Response>) =>
  (await to(answer).post.send(waiting)).kind;

afterEach(() => vi.unstubAllGlobals());

describe("an answer to a meeting that was sent", () => {
  it("that names it is the only one that clears it", async () => {
    expect(await send(() => logged({ id: "meeting_1", version: "v1" }))).toBe("named");
    expect(await send(() => logged({ id: "meeting_2", version: "v1" }))).toBe("unsure");
    expect(await send(() => logged({ id: "meeting_1", version: "" }))).toBe("unsure");
    expect(await send(() => logged(null))).toBe("unsure");
  });

  it("that is not the server's says nothing", async () => {
    const html = { headers: { "content-type": "text/html" } };

    expect(await send(() => new Response("<html>Sign in to the hotel</html>", html))).toBe(
      "unsure",
    );
    expect(await send(() => new Response("", html))).toBe("unsure");
    expect(await send(() => new Response(null, { status: 200 }))).toBe("unsure");
    expect(await send(() => new Response("Bad gateway", { status: 502 }))).toBe("unsure");
    expect(await send(() => json({ error: "proxy" }, 500))).toBe("unsure");
    expect(await send(() => json({ data: null }))).toBe("unsure");
    expect(await send(() => json({ data: { logMeeting: null } }))).toBe("unsure");
    expect(await send(() => Promise.reject(new TypeError("network")))).toBe("unsure");
  });

  it("that says what is wrong gives it back", async () => {
    const wrong = { __typename: "UserError", code: "TOO_LONG", path: ["said"], message: "" };

    expect(await to(() => logged(null, [wrong])).post.send(waiting)).toMatchObject({
      kind: "refused",
      errors: [{ code: "TOO_LONG", path: ["said"] }],
    });
  });

  it("is failure only where the server says so", async () => {
    expect(await send(() => failed("INTERNAL", 500))).toBe("fault");
    expect(await send(() => failed("OUTCOME_UNKNOWN"))).toBe("unsure");
  });

  it("of which only a field failed leaves open whether the meeting arrived", async () => {
    const failedAt = (...path: string[]) =>
      json({ data: null, errors: [{ message: "", path, extensions: { code: "INTERNAL" } }] });

    expect(await send(() => failedAt("logMeeting", "meeting", "version"))).toBe("unsure");
    expect(await send(() => failedAt("logMeeting"))).toBe("fault");
  });

  it("that it is never taken as it is does not let it wait for ever", async () => {
    expect(await send(() => failed("BAD_REQUEST", 400))).toBe("rejected");
    expect(await send(() => failed("PAYLOAD_TOO_LARGE", 413))).toBe("rejected");
    expect(await send(() => new Response("<html>Too large</html>", { status: 413 }))).toBe(
      "rejected",
    );
    expect(await send(() => failed("UNAVAILABLE", 503))).toBe("fault");
  });

  it("that nobody is signed in asks for a sign-in", async () => {
    const { post, news } = to(() => failed("UNAUTHENTICATED", 401));

    expect(await post.send(waiting)).toEqual({ kind: "ended" });
    expect(news.onEnded).toHaveBeenCalled();
  });
});

describe("the server", () => {
  const whoAsks = (viewer: object | null) => json({ data: { viewer } });
  const saima = { __typename: "Viewer", id: "user_saima", actingFor: null };

  it("is in reach when it knows her", async () => {
    expect(await to(() => whoAsks(saima)).post.reach()).toBe("reached");
  });

  it("is out of reach behind no network and behind a portal", async () => {
    expect(await to(() => Promise.reject(new TypeError("network"))).post.reach()).toBe("unreached");
    expect(await to(() => new Response("<html></html>")).post.reach()).toBe("unreached");
  });

  it("that answers with an error of its own is not called out of reach", async () => {
    expect(await to(() => failed("UNAVAILABLE", 503)).post.reach()).toBe("busy");
    expect(await to(() => failed("INTERNAL", 500)).post.reach()).toBe("fault");
    expect(await to(() => json({ errors: [{ message: "proxy" }] })).post.reach()).toBe("unreached");
  });

  it("is not sent her meetings when nobody or somebody else is signed in", async () => {
    const nobody = to(() => whoAsks(null));
    expect(await nobody.post.reach()).toBe("ended");
    expect(nobody.news.onEnded).toHaveBeenCalled();

    const other = to(() => whoAsks({ ...saima, id: "user_farida" }));
    expect(await other.post.reach()).toBe("ended");
    expect(other.news.onOtherUser).toHaveBeenCalled();
  });

  it("is not sent what he wrote for one member while he acts for another, or for none", async () => {
    const forSaima = "member_saima";
    const acting = (actingFor: string | null) => () => whoAsks({ ...saima, actingFor });
    expect(await to(acting(forSaima), forSaima).post.reach()).toBe("reached");
    for (const [asked, owner] of [
      ["member_rubina", forSaima],
      [null, forSaima],
      [forSaima, null],
    ] as const) {
      const { post, news } = to(acting(asked), owner);
      expect(await post.reach()).toBe("ended");
      expect(news.onOtherUser).toHaveBeenCalled();
    }
  });

  it("is told with each request for whom he acts, and where he does not, nothing", async () => {
    const headersFor = async (actingFor: string | null) => {
      const { post } = to(() => whoAsks({ ...saima, actingFor }), actingFor);
      const network = vi.fn(async (_url: string, _init: { headers: Record<string, string> }) =>
        whoAsks({ ...saima, actingFor }),
      );
      vi.stubGlobal("fetch", network);
      await post.reach();
      return network.mock.calls[0]?.[1].headers;
    };
    expect(await headersFor("member_saima")).toHaveProperty("rabta-acting-for", "member_saima");
    expect(await headersFor(null)).not.toHaveProperty("rabta-acting-for");
  });

  it("is sent nothing more once she lets him no longer, and what was on its way was not taken", async () => {
    const { post, notLet } = to(() => failed("MAY_NOT_ACT_FOR", 403), "member_saima");

    expect(await post.reach()).toBe("ended");
    expect(await post.send(waiting)).toEqual({ kind: "ended" });
    expect(notLet).toHaveBeenCalled();
  });
});
