import type { Language } from "../i18n/language";
import { useWords } from "../i18n/words";
import { Isolated } from "./Isolated";
import styles from "./Name.module.css";

/** A name as the contract gives it: in English, in Urdu, or in both. */
export interface BothNames {
  en?: string | null | undefined;
  ur?: string | null | undefined;
}

/** The name in the reader's language or else in the other one, and which of the two it is. */
export function pickName(
  name: BothNames,
  language: Language,
): { text: string; language: Language } {
  const other: Language = language === "en" ? "ur" : "en";
  const first = name[language];
  return first ? { text: first, language } : { text: name[other] ?? "", language: other };
}

/** One name in the reader's language, isolated so that its direction does not disturb the line. */
export function Name({ of }: { of: BothNames }) {
  const { language } = useWords();
  const name = pickName(of, language);
  return <Isolated lang={name.language}>{name.text}</Isolated>;
}

/** The name and, beside it, the same in the other script. */
export function Names({ of }: { of: BothNames }) {
  const { language } = useWords();
  const other: Language = language === "en" ? "ur" : "en";
  const second = of[language] ? of[other] : null;
  if (!second) return <Name of={of} />;
  return (
    <span>
      <span className={styles.first}>
        <Name of={of} />
      </span>
      <span className={styles.second}>
        <Isolated lang={other}>{second}</Isolated>
      </span>
    </span>
  );
}
