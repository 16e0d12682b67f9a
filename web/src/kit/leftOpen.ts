import type { Client } from "urql";

/**
 * What she left unfinished, by a key: it is there when the same is opened again, also after she was on
 * other pages, for as long as this one lies open and she is signed in.
 */
export function leftOpen<What>(): (client: Client) => Map<string, What> {
  // With the sign-in goes its client, and with that what she left.
  const ofSignIn = new WeakMap<Client, Map<string, What>>();
  return (client) => {
    const left = ofSignIn.get(client) ?? new Map<string, What>();
    ofSignIn.set(client, left);
    return left;
  };
}
