import { useCallback, useEffect, useRef, useState } from "react";
import { Provider } from "urql";
import { finishLeaving, settleWish, wishHere } from "../concepts/access/wish";
import { type Connection, ConnectionContext, open } from "../kit/graphql/client";
import { Words } from "../kit/i18n/words";
import { eraseKept } from "../kit/offline/keptStore";
import { FirstWait } from "./FirstWait";
import { KINDS } from "./kinds";
import { Session } from "./Session";

// In which the tabs of one browser tell each other that another sign-in holds.
const TABS = "rabta.session";

interface Visit {
  count: number;
  connection: Connection;
}

/** Holds the connection of the present sign-in, and how it has ended since. */
export function App() {
  const [ended, setEnded] = useState<"byHer" | "byServer" | null>(null);
  const [visit, setVisit] = useState<Visit | null>(null);
  const count = useRef(0);

  // What was read under a sign-in goes with it.
  const end = useCallback(() => {
    setEnded((before) => before ?? (wishHere() ? "byHer" : "byServer"));
    void eraseKept().catch(reportError);
    void settleWish(KINDS, null).catch(reportError);
  }, []);

  const renew = useCallback(async () => {
    count.current += 1;
    const turn = count.current;
    setVisit((before) => {
      before?.connection.close();
      return null;
    });
    await finishLeaving(KINDS).catch(reportError);
    const connection = await open(end);
    if (turn !== count.current) return connection.close();
    setEnded(null);
    setVisit({ count: turn, connection });
  }, [end]);

  useEffect(() => {
    void renew();
  }, [renew]);

  // Of a sign-in that another tab changed, nothing may stay on the screen of this one.
  const tabs = useRef<BroadcastChannel>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(TABS);
    channel.onmessage = () => void renew();
    tabs.current = channel;
    return () => channel.close();
  }, [renew]);

  const change = async () => {
    // Where it cannot be erased now, it is before anything of it is read again.
    await eraseKept().catch(() => undefined);
    tabs.current?.postMessage(null);
    await renew();
  };

  if (!visit) {
    return (
      <Words userId={null}>
        <FirstWait failed={false} retry={renew} />
      </Words>
    );
  }
  return (
    // With each sign-in all pages begin anew: what a query still held would be another's.
    <ConnectionContext key={visit.count} value={visit.connection}>
      <Provider value={visit.connection.client}>
        <Session ended={ended} change={change} renew={renew} />
      </Provider>
    </ConnectionContext>
  );
}
