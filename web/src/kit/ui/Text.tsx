import type { Language } from "../i18n/language";
import styles from "./Text.module.css";

interface TextProps {
  of: { text: string; language: string };
}

/** What someone wrote, in the language in which she wrote it. */
export function Text({ of }: TextProps) {
  return (
    <bdi lang={languageOf(of.language)} className={styles.text}>
      {of.text}
    </bdi>
  );
}

/** The same, as a block of its own with its paragraphs. */
export function TextBlock({ of }: TextProps) {
  return (
    <p lang={languageOf(of.language)} dir="auto" className={styles.block}>
      {of.text}
    </p>
  );
}

function languageOf(value: string): Language {
  return value === "UR" ? "ur" : "en";
}
