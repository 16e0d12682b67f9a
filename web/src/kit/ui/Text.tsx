import type { Language } from "../i18n/language";
import { directionOf } from "./direction";
import { Isolated } from "./Isolated";
import styles from "./Text.module.css";

interface TextProps {
  of: { text: string; language: string };
}

/** What someone wrote, in the language in which she wrote it. */
export function Text({ of }: TextProps) {
  return (
    <Isolated lang={languageOf(of.language)} className={styles.text}>
      {of.text}
    </Isolated>
  );
}

interface TextBlockProps extends TextProps {
  /** Its beginning alone, in two lines. */
  isShort?: boolean;
}

/** The same, as a block of its own with its paragraphs. */
export function TextBlock({ of, isShort = false }: TextBlockProps) {
  return (
    <p
      lang={languageOf(of.language)}
      dir={directionOf(of.text)}
      className={isShort ? `${styles.block} ${styles.short}` : styles.block}
    >
      {of.text}
    </p>
  );
}

function languageOf(value: string): Language {
  return value === "UR" ? "ur" : "en";
}
