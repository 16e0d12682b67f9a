import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { useWords } from "../i18n/words";
import { Button } from "./Button";
import { useTopSheet } from "./topSheet";
import styles from "./UndoBar.module.css";

const SECONDS = 10;

type Offer = (text: ReactNode, undo: () => void) => void;
type Tell = (text: ReactNode) => void;

const BarsContext = createContext<{ offer: Offer; tell: Tell } | null>(null);

/**
 * For ten seconds what was just done can be taken back, instead of asking before it is done; and news
 * that come by themselves are said. Neither takes the place of the other.
 */
export function UndoBar({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const [slip, setSlip] = useForAWhile<{ text: ReactNode; undo: () => void }>();
  const [news, setNews] = useForAWhile<{ text: ReactNode }>();
  const ways = useMemo(
    () => ({
      offer: (text: ReactNode, undo: () => void) => setSlip({ text, undo }),
      tell: (text: ReactNode) => setNews({ text }),
    }),
    [setSlip, setNews],
  );
  const undo = () => {
    slip?.what.undo();
    setSlip(null);
  };
  const sheet = useTopSheet();
  const bars = (
    <div role="status" className={styles.bars}>
      {news ? (
        <div key={news.at} className={styles.bar}>
          <p className={styles.text}>{news.what.text}</p>
        </div>
      ) : null}
      {slip ? (
        <div key={slip.at} className={styles.bar}>
          <p className={styles.text}>{slip.what.text}</p>
          <Button weight="quiet" onClick={undo}>
            {t("undo")}
          </Button>
        </div>
      ) : null}
    </div>
  );
  return (
    <BarsContext.Provider value={ways}>
      {children}
      {sheet ? createPortal(bars, sheet) : bars}
    </BarsContext.Provider>
  );
}

export function useUndo(): Offer {
  return useBars().offer;
}

export function useTell(): Tell {
  return useBars().tell;
}

function useBars() {
  const bars = useContext(BarsContext);
  if (!bars) throw new Error("the bars need <UndoBar> above them");
  return bars;
}

/** Holds something for ten seconds; `at` tells two of a kind apart, so that the time begins anew. */
function useForAWhile<What>() {
  const [held, setHeld] = useState<{ at: number; what: What } | null>(null);
  const hold = useCallback((what: What | null) => setHeld(what && { at: Date.now(), what }), []);
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => setHeld(null), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [held]);
  return [held, hold] as const;
}
