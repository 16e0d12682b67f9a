import styles from "./LanguageSwitch.module.css";
import type { Language } from "./language";
import { useWords } from "./words";

const OTHER: Record<Language, { language: Language; word: string }> = {
  en: { language: "ur", word: "اردو" },
  ur: { language: "en", word: "English" },
};

/** Named in the language it leads to, for who cannot read the present one. */
export function LanguageSwitch() {
  const { language, setLanguage } = useWords();
  const other = OTHER[language];
  return (
    <button
      type="button"
      className={styles.switch}
      lang={other.language}
      onClick={() => setLanguage(other.language)}
    >
      {other.word}
    </button>
  );
}
