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

/** What is said belongs to a record where its id is given: of that only the last thing stands there. */
type Offer = (text: ReactNode, undo: () => void, about?: string) => void;
type Tell = (text: ReactNode, about?: string) => void;
type Forget = (about: string) => void;

interface News {
  text: ReactNode;
  about: string | undefined;
}

const BarsContext = createContext<{ offer: Offer; tell: Tell; forget: Forget } | null>(null);

/**
 * For ten seconds what was just done can be taken back, instead of asking before it is done; and news
 * that come by themselves are said. Neither takes the place of the other, unless both are about the
 * same record.
 */
export function UndoBar({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const [slip, setSlip, forgetSlip] = useForAWhile<News & { undo: () => void }>();
  const [news, setNews, forgetNews] = useForAWhile<News>();
  const ways = useMemo<{ offer: Offer; tell: Tell; forget: Forget }>(
    () => ({
      offer: (text, undo, about) => {
        forgetNews(about);
        setSlip({ text, undo, about });
      },
      tell: (text, about) => {
        forgetSlip(about);
        setNews({ text, about });
      },
      forget: (about) => {
        forgetSlip(about);
        forgetNews(about);
      },
    }),
    [setSlip, forgetSlip, setNews, forgetNews],
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

/** Takes from sight what was said of a record, as something is done to it anew. */
export function useForget(): Forget {
  return useBars().forget;
}

function useBars() {
  const bars = useContext(BarsContext);
  if (!bars) throw new Error("the bars need <UndoBar> above them");
  return bars;
}

/** Holds something for ten seconds; `at` tells two of a kind apart, so that the time begins anew. */
function useForAWhile<What extends News>() {
  const [held, setHeld] = useState<{ at: number; what: What } | null>(null);
  const hold = useCallback((what: What | null) => setHeld(what && { at: Date.now(), what }), []);
  const forget = useCallback((about: string | undefined) => {
    setHeld((last) => (about !== undefined && last?.what.about === about ? null : last));
  }, []);
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => setHeld(null), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [held]);
  return [held, hold, forget] as const;
}
