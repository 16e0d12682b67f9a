// What the server answers to who may not come in, of which the page has words for each.
const REFUSALS = ["INVALID_CREDENTIALS", "TOO_MANY_ATTEMPTS", "UNAVAILABLE"] as const;

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

/** Ends the session; false when the server could not be told. */
export async function signOut(): Promise<boolean> {
  try {
    return (await post("/sign-out", {})).ok;
  } catch {
    return false;
  }
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
