import { Choice } from "../ui/Choice";
import { LANGUAGE_NAMES, type Language } from "./language";
import { useWords } from "./words";

const OPTIONS = (["en", "ur"] satisfies Language[]).map((language) => ({
  value: language,
  label: LANGUAGE_NAMES[language],
  lang: language,
}));

/** Both languages, of which the present one is marked; a tap on the other changes to it. */
export function LanguageChoice() {
  const { t, language, setLanguage } = useWords();
  return (
    <Choice label={t("me.language")} value={language} options={OPTIONS} onChange={setLanguage} />
  );
}
