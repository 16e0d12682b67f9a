import { useCallback, useState } from "react";
import { Provider } from "urql";
import { makeClient } from "../kit/graphql/client";
import { Session } from "./Session";

/** Holds the client of the present sign-in, and whether the server has since ended it. */
export function App() {
  const [ended, setEnded] = useState(false);
  const end = useCallback(() => setEnded(true), []);
  const [client, setClient] = useState(() => makeClient(end));
  const renew = () => {
    setEnded(false);
    setClient(makeClient(end));
  };
  return (
    <Provider value={client}>
      <Session ended={ended} renew={renew} />
    </Provider>
  );
}
