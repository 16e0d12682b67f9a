import { useEffect, useState } from "react";
import { useQuery } from "urql";
import type { ActingHere } from "../concepts/access/acting";
import { ForWhomPage } from "../concepts/access/pages/ForWhomPage";
import { SignInPage } from "../concepts/access/pages/SignInPage";
import { ActingContext } from "../concepts/access/useActing";
import { settleWish } from "../concepts/access/wish";
import { SentNews } from "../concepts/meetings/parts/SentNews";
import { graphql, unmask } from "../gql";
import { ASIDE } from "../kit/graphql/away";
import { useConnection } from "../kit/graphql/client";
import { Words } from "../kit/i18n/words";
import { Outbox } from "../kit/offline/Outbox";
import { UndoBar } from "../kit/ui/UndoBar";
import { isIdleAide, Viewer_viewer, ViewerContext } from "../kit/viewer";
import { FirstWait } from "./FirstWait";
import { KINDS } from "./kinds";
import { ReadAhead } from "./ReadAhead";
import { Routes } from "./Routes";
import { Shell } from "./Shell";

const SessionQuery = graphql(`
  query Session {
    viewer {
      id
      mayActFor {
        memberId
        name {
          en
          ur
        }
      }
      ...Viewer_viewer
    }
  }
`);

interface SessionProps {
  /**
   * The server said in the middle of the work that nobody is signed in any more: because she had asked
   * for it and the answer was lost, or without her.
   */
  ended: "byHer" | "byServer" | null;
  /** She who let him write for her no longer, in the middle of the work. */
  notLet: ActingHere | null;
  /** He writes for this member from now on, or for none. */
  act: (acting: ActingHere | null) => void;
  /** She signed in or out here. */
  change: () => void;
  /** Somebody did so elsewhere: asks anew who is signed in. */
  renew: () => void;
}

/**
 * Shows the pages to who is signed in, and the way in to who is not, at the same address. Until the
 * server has said who that is, it is who it was before: without a network she is not sent away.
 */
export function Session({ ended, notLet, act, change, renew }: SessionProps) {
  const { kept, noteEnded, isLeaving } = useConnection();
  const [{ data, error }, ask] = useQuery({
    query: SessionQuery,
    requestPolicy: "network-only",
    context: ASIDE,
  });
  const told = unmask(Viewer_viewer, data?.viewer) ?? null;
  // While she signs out she is who she was, until nothing of hers is left.
  const [last, setLast] = useState(kept.viewer);
  const viewer = told ?? (data && !isLeaving() ? null : last);
  const isOther = told !== null && !kept.isOf(told);

  useEffect(() => {
    if (!data) return;
    if (!isLeaving()) void settleWish(KINDS, told?.id ?? null).catch(reportError);
    if (told) {
      setLast(told);
      void kept.own(told).then((isHers) => isHers || renew());
    } else if (kept.viewer) noteEnded();
  }, [data, told, kept, noteEnded, renew, isLeaving]);

  const acting = { mayActFor: data?.viewer?.mayActFor ?? null, notLet, act };

  if (!ended && (isOther || (!data && !viewer))) {
    return (
      <Words userId={null}>
        <FirstWait failed={Boolean(error)} retry={() => ask({ requestPolicy: "network-only" })} />
      </Words>
    );
  }
  if (ended || !viewer) {
    return (
      <Words userId={null}>
        <SignInPage wasSignedIn={ended === "byServer"} onSignedIn={change} />
      </Words>
    );
  }
  return (
    <Words key={viewer.id} userId={viewer.id} fallback={viewer.language === "UR" ? "ur" : "en"}>
      <ViewerContext.Provider value={viewer}>
        <ActingContext.Provider value={acting}>
          <Outbox kinds={KINDS} onEnded={noteEnded} onOtherUser={renew}>
            {isIdleAide(viewer) ? (
              <ForWhomPage
                failed={Boolean(error)}
                lookAgain={() => ask({ requestPolicy: "network-only" })}
                onSignedOut={change}
              />
            ) : (
              <UndoBar>
                {told ? <ReadAhead /> : null}
                <SentNews />
                <Shell onSignedOut={change}>
                  <Routes onSignedOut={change} />
                </Shell>
              </UndoBar>
            )}
          </Outbox>
        </ActingContext.Provider>
      </ViewerContext.Provider>
    </Words>
  );
}
