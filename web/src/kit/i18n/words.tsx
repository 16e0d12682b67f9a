import { setupI18n } from "@lingui/core";
import {
  createContext,
  Fragment,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import en from "../../locales/en/messages.json";
import ur from "../../locales/ur/messages.json";
import {
  DIRECTION,
  type Language,
  preferredLanguage,
  storedLanguage,
  storeLanguage,
} from "./language";

export type MessageKey = Extract<keyof typeof en, string>;
type Values = Record<string, string | number>;

interface Wording {
  language: Language;
  setLanguage: (language: Language) => void;
  /** One sentence in the reader's language. */
  t: (key: MessageKey, values?: Values) => string;
}

const WordingContext = createContext<Wording | null>(null);

interface WordsProps {
  /** Whose choice of language is kept and used; null before a sign-in. */
  userId: string | null;
  /** The language where nothing was chosen on this machine yet. */
  fallback?: Language;
  children: ReactNode;
}

/** Gives all below it the words of one language. */
export function Words({ userId, fallback, children }: WordsProps) {
  const [language, setLanguage] = useState<Language>(
    () => storedLanguage(userId) ?? storedLanguage(null) ?? fallback ?? preferredLanguage(),
  );
  const wording = useMemo<Wording>(() => {
    const i18n = setupI18n({
      locale: language,
      messages: { [language]: language === "ur" ? ur : en },
    });
    return {
      language,
      setLanguage: (chosen) => {
        storeLanguage(userId, chosen);
        setLanguage(chosen);
      },
      t: (key, values) => i18n._(key, values),
    };
  }, [language, userId]);

  // Before paint, so that no frame shows one language in the other's direction.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = DIRECTION[language];
  }, [language]);

  return <WordingContext.Provider value={wording}>{children}</WordingContext.Provider>;
}

export function useWords(): Wording {
  const wording = useContext(WordingContext);
  if (!wording) throw new Error("useWords needs <Words> above it");
  return wording;
}

/** A sentence with elements in it: a name in its own direction, a link. */
export function Sentence({ id, values }: { id: MessageKey; values: Record<string, ReactNode> }) {
  const { t } = useWords();
  // Each element leaves a mark that no text has; the sentence is cut at the marks and they are put back.
  const marks = Object.fromEntries(
    Object.keys(values).map((name) => [name, `\u0001${name}\u0001`]),
  );
  const pieces = t(id, marks).split("\u0001");
  return pieces.map((piece, index) => (
    <Fragment key={index}>{index % 2 === 1 ? values[piece] : piece}</Fragment>
  ));
}

/**
 * The word for a value of an enum of the contract. Lists of values grow, so one that this page does
 * not know yet is shown as `other`.
 */
export function enumKey(prefix: string, value: string, other: MessageKey): MessageKey {
  const key = `${prefix}.${value}`;
  return isMessageKey(key) ? key : other;
}

function isMessageKey(key: string): key is MessageKey {
  return key in en;
}
