import { useCallback, useEffect, useRef, useState } from "react";
import { Provider } from "urql";
import { connect } from "../kit/graphql/client";
import { Session } from "./Session";

// In which the tabs of one browser tell each other that another sign-in holds.
const TABS = "rabta.session";

/** Holds the connection of the present sign-in, and whether the server has since ended it. */
export function App() {
  const [ended, setEnded] = useState(false);
  const end = useCallback(() => setEnded(true), []);
  const [visit, setVisit] = useState(() => ({ count: 0, connection: connect(end) }));
  const { count, connection } = visit;

  const renew = useCallback(() => {
    connection.close();
    setEnded(false);
    setVisit({ count: count + 1, connection: connect(end) });
  }, [connection, count, end]);

  // Of a sign-in that another tab changed, nothing may stay on the screen of this one.
  const tabs = useRef<BroadcastChannel>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(TABS);
    channel.onmessage = renew;
    tabs.current = channel;
    return () => channel.close();
  }, [renew]);

  const change = () => {
    tabs.current?.postMessage(null);
    renew();
  };

  return (
    // With each sign-in all pages begin anew: what a query still held would be another's.
    <Provider key={count} value={connection.client}>
      <Session ended={ended} end={end} change={change} renew={renew} />
    </Provider>
  );
}
