import { inStorage } from "../inStorage";

export type Language = "en" | "ur";

export const DIRECTION: Record<Language, "ltr" | "rtl"> = { en: "ltr", ur: "rtl" };

/** Each by its own name, for who cannot read the other. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", ur: "اردو" };

const KEY = "rabta.language";

/** What this user chose on this machine; before a sign-in, what was last chosen here by anyone. */
export function storedLanguage(userId: string | null): Language | null {
  const value = inStorage((storage) => storage.getItem(userId ? `${KEY}.${userId}` : KEY));
  return value === "en" || value === "ur" ? value : null;
}

export function storeLanguage(userId: string | null, language: Language): void {
  inStorage((storage) => {
    storage.setItem(KEY, language);
    if (userId) storage.setItem(`${KEY}.${userId}`, language);
  });
}

/** What she chose goes with her; what was last chosen here by anyone stays. */
export function forgetLanguage(userId: string): void {
  inStorage((storage) => storage.removeItem(`${KEY}.${userId}`));
}

/** Before anyone chose: what the browser asks for. */
export function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith("ur") ? "ur" : "en";
}
