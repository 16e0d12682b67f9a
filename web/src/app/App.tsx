import { useCallback, useEffect, useRef, useState } from "react";
import { Provider } from "urql";
import { type ActingHere, actingHere, forgetChoice, noteActing } from "../concepts/access/acting";
import { finishLeaving, settleWish, wishHere } from "../concepts/access/wish";
import { type Connection, ConnectionContext, open } from "../kit/graphql/client";
import { Words } from "../kit/i18n/words";
import { eraseKept } from "../kit/offline/keptStore";
import { FirstWait } from "./FirstWait";
import { KINDS } from "./kinds";
import { Session } from "./Session";

// In which the tabs of one browser tell each other that another sign-in holds, or another member.
const TABS = "rabta.session";

interface Visit {
  count: number;
  connection: Connection;
}

/** Holds the connection of the present sign-in, and how it has ended since. */
export function App() {
  const [ended, setEnded] = useState<"byHer" | "byServer" | null>(null);
  const [notLet, setNotLet] = useState<ActingHere | null>(null);
  const [visit, setVisit] = useState<Visit | null>(null);
  const count = useRef(0);
  const tabs = useRef<BroadcastChannel>(null);
  const endActing = useRef<(acting: ActingHere | null) => void>(() => {});

  // What was read under a sign-in goes with it.
  const end = useCallback(() => {
    setEnded((before) => before ?? (wishHere() ? "byHer" : "byServer"));
    noteActing(null);
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
    const acting = actingHere();
    const connection = await open({
      actingFor: acting?.memberId ?? null,
      onSignedOut: end,
      onNotLet: () => endActing.current(acting),
    });
    if (turn !== count.current) return connection.close();
    setEnded(null);
    setVisit({ count: turn, connection });
  }, [end]);

  useEffect(() => {
    void renew();
  }, [renew]);

  // Of a sign-in that another tab changed, nothing may stay on the screen of this one.
  useEffect(() => {
    const channel = new BroadcastChannel(TABS);
    channel.onmessage = ({ data }: MessageEvent<ActingHere | null>) => {
      // It may be here before the small storage of the browser shows what the other tab wrote there.
      noteActing(data);
      void renew();
    };
    tabs.current = channel;
    return () => channel.close();
  }, [renew]);

  /** Begins anew for this member, or for none; she who is told of does not let him any more. */
  const act = async (acting: ActingHere | null, told: ActingHere | null = null) => {
    // Where it cannot be erased now, it is before anything of it is read again.
    await eraseKept().catch(() => undefined);
    noteActing(acting);
    setNotLet(told);
    tabs.current?.postMessage(acting);
    await renew();
  };
  endActing.current = (acting) => {
    if (acting) forgetChoice(acting.userId);
    // Another tab may have gone on for another meanwhile.
    if (actingHere()?.memberId === acting?.memberId) void act(null, acting);
    else void renew();
  };
  // Who signs in, or out, acts for nobody yet.
  const change = () => act(null);

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
        <Session ended={ended} notLet={notLet} act={act} change={change} renew={renew} />
      </Provider>
    </ConnectionContext>
  );
}
