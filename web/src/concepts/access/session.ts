import type { Client } from "urql";
import { graphql } from "../../gql";
import { ASIDE } from "../../kit/graphql/away";
import { fetchInTime } from "../../kit/graphql/fetchInTime";

const StillInQuery = graphql(`
  query StillIn {
    viewer {
      id
    }
  }
`);

// What the server answers to who may not come in, of which the page has words for each.
const REFUSALS = ["INVALID_CREDENTIALS", "WAITING", "TOO_MANY_ATTEMPTS", "UNAVAILABLE"] as const;

export type SignInAnswer = "in" | (typeof REFUSALS)[number] | "UNREACHABLE";

/** Asks for a session; the cookie comes with the answer. */
export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  try {
    const answer = await post("/sign-in", { email, password });
    if (answer.ok) return "in";
    const { code }: { code?: string } = await answer.json();
    return REFUSALS.find((refusal) => refusal === code) ?? "UNREACHABLE";
  } catch {
    // No answer, or one that is not ours: a proxy's page, say.
    return "UNREACHABLE";
  }
}

/** How signing out ended; `unsure` where no answer came, so that she may be in or out. */
export type SignOutEnd = "out" | "in" | "unsure";

/** What the server answers once the session has ended. */
const ENDED = 204;

/**
 * Ends the session of this user. What does not come from the server, or does not come at all, says
 * nothing: it may have ended all the same, so it is asked who is signed in.
 */
export async function signOut(client: Client, userId: string): Promise<SignOutEnd> {
  const answer = await post("/sign-out", {}, fetchInTime).catch(() => null);
  if (answer?.status === ENDED) return "out";
  const { data, error } = await client
    .query(StillInQuery, {}, { ...ASIDE, requestPolicy: "network-only" })
    .toPromise();
  if (!data || error) return "unsure";
  return data.viewer?.id === userId ? "in" : "out";
}

function post(path: string, body: object, ask: typeof fetch = fetch): Promise<Response> {
  return ask(path, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
