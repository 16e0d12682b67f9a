import { createContext, useContext } from "react";
import { useLocation } from "wouter";
import { useViewer } from "../../kit/viewer";
import { type ActingHere, actingHere, forgetChoice, type MayActFor, noteChoice } from "./acting";

interface Acting {
  /** Who lets the one who is signed in write for her; null while that is not known. */
  mayActFor: readonly MayActFor[] | null;
  /** She who let him no longer in the middle of his work. */
  notLet: ActingHere | null;
  /** Begins anew for this member, or for none. */
  act: (acting: ActingHere | null) => void;
}

export const ActingContext = createContext<Acting | null>(null);

/** For whom it is written here, and for whom else it could be. */
export function useActing() {
  const acting = useContext(ActingContext);
  if (!acting) throw new Error("useActing needs a sign-in above it");
  const { id, role, actingFor } = useViewer();
  // Who acts has the role of an aide, whoever he is himself.
  const hasOwn = actingFor ? Boolean(actingHere()?.hasOwn) : role !== "AIDE";
  const [, go] = useLocation();
  const begin = ({ memberId, name }: MayActFor) => {
    const chosen = { userId: id, memberId, name, hasOwn };
    if (!hasOwn) noteChoice(chosen);
    acting.act(chosen);
  };
  return {
    ...acting,
    hasOwn,
    /** At her first page, where nothing is open that may not be hers. */
    beginAnew: (one: MayActFor) => {
      go("/");
      begin(one);
    },
    begin,
    end: () => {
      forgetChoice(id);
      go("/");
      acting.act(null);
    },
  };
}
