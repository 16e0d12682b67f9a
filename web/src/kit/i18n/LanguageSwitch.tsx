import styles from "./LanguageSwitch.module.css";
import { LANGUAGE_NAMES } from "./language";
import { useWords } from "./words";

/** Named in the language it leads to, for who cannot read the present one. */
export function LanguageSwitch() {
  const { language, setLanguage } = useWords();
  const other = language === "en" ? "ur" : "en";
  return (
    <button type="button" className={styles.switch} lang={other} onClick={() => setLanguage(other)}>
      {LANGUAGE_NAMES[other]}
    </button>
  );
}
