import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useClient } from "urql";
import { useViewer } from "../viewer";
import { Desk, type OnDesk } from "./desk";
import type { Trying } from "./keepTrying";
import type { Kind } from "./kinds";
import { ownerOf } from "./owner";
import { postOf, type SignInNews } from "./post";
import { startSending } from "./sender";

interface Held {
  desk: Desk;
  /** It is being tried at this moment. */
  isSending: boolean;
  sendNow: () => void;
  /** Ends the sending for good, because she signs out. */
  stopSending: () => void;
}

const HeldContext = createContext<Held | null>(null);

// One for the page, so that what a machine without storage cannot keep outlives the end of a session;
// who signs in as somebody else, or writes for another, gets one of her own.
let present: Desk | null = null;

function deskOf(owner: string, kinds: readonly Kind[]): Desk {
  if (present?.owner !== owner) {
    present?.close();
    present = new Desk(owner, kinds);
  }
  return present;
}

/** Forgets the desk of who signed out. */
export function leaveDesk(owner: string): void {
  if (present?.owner !== owner) return;
  present.close();
  present = null;
}

interface OutboxProps extends SignInNews {
  /** All that may wait in it, the same for as long as the page is open. */
  kinds: readonly Kind[];
  children: ReactNode;
}

/** Has what she has not sent yet at hand for all pages below, and sends what waits. */
export function Outbox({ kinds, onEnded, onOtherUser, children }: OutboxProps) {
  const client = useClient();
  const { id, actingFor } = useViewer();
  const [desk] = useState(() => deskOf(ownerOf({ id, actingFor }), kinds));
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const sending = useRef<Trying>(null);
  const news = useRef({ onEnded, onOtherUser });
  news.current = { onEnded, onOtherUser };

  useEffect(() => {
    let isHere = true;
    void desk.open().then(() => {
      if (!isHere) return;
      sending.current = startSending(
        desk,
        postOf(client, { id, actingFor }, kinds, {
          onEnded: () => isHere && news.current.onEnded(),
          onOtherUser: () => isHere && news.current.onOtherUser(),
        }),
        setSending,
      );
      setOpen(true);
    });
    return () => {
      isHere = false;
      sending.current?.stop();
    };
  }, [desk, client, kinds, id, actingFor]);

  const held = useMemo<Held>(
    () => ({
      desk,
      isSending,
      sendNow: () => sending.current?.now(),
      stopSending: () => sending.current?.stop(),
    }),
    [desk, isSending],
  );
  // Rather than the browser throw them away when its disk is full.
  const hasWaiting = useSyncExternalStore(desk.subscribe, () => desk.hasWaiting());
  useEffect(() => {
    if (hasWaiting && !isSending) void navigator.storage?.persist?.();
  }, [hasWaiting, isSending]);

  // A moment, in which the machine is asked what lies there.
  if (!isOpen) return null;
  return <HeldContext.Provider value={held}>{children}</HeldContext.Provider>;
}

/** What lies on her desk, as it is now. */
export function useUnsent(): Held & OnDesk {
  const held = useContext(HeldContext);
  if (!held) throw new Error("useUnsent needs <Outbox> above it");
  const shown = useSyncExternalStore(held.desk.subscribe, held.desk.shown);
  return { ...held, ...shown };
}
