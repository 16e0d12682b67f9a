import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { useWords } from "../i18n/words";
import { Button } from "./Button";
import styles from "./UndoBar.module.css";

const SECONDS = 10;

interface Slip {
  /** Tells two acts of the same kind apart, so that the ten seconds begin anew. */
  at: number;
  text: ReactNode;
  undo: () => void;
}

type Offer = (text: ReactNode, undo: () => void) => void;

const UndoContext = createContext<Offer | null>(null);

/** For ten seconds what was just done can be taken back, instead of asking before it is done. */
export function UndoBar({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const [slip, setSlip] = useState<Slip | null>(null);
  const offer = useCallback<Offer>((text, undo) => setSlip({ at: Date.now(), text, undo }), []);

  useEffect(() => {
    if (!slip) return;
    const timer = setTimeout(() => setSlip(null), SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [slip]);

  const bar = useMemo(() => {
    if (!slip) return null;
    const undo = () => {
      slip.undo();
      setSlip(null);
    };
    return (
      <div key={slip.at} className={styles.bar}>
        <p className={styles.text}>{slip.text}</p>
        <Button weight="quiet" onClick={undo}>
          {t("undo")}
        </Button>
      </div>
    );
  }, [slip, t]);

  return (
    <UndoContext.Provider value={offer}>
      {children}
      <div role="status">{bar}</div>
    </UndoContext.Provider>
  );
}

export function useUndo(): Offer {
  const offer = useContext(UndoContext);
  if (!offer) throw new Error("useUndo needs <UndoBar> above it");
  return offer;
}
