export type Language = "en" | "ur";

export const DIRECTION: Record<Language, "ltr" | "rtl"> = { en: "ltr", ur: "rtl" };

const KEY = "rabta.language";

/** What this user chose on this machine; before a sign-in, what was last chosen here by anyone. */
export function storedLanguage(userId: string | null): Language | null {
  const value = localStorage.getItem(userId ? `${KEY}.${userId}` : KEY);
  return value === "en" || value === "ur" ? value : null;
}

export function storeLanguage(userId: string | null, language: Language): void {
  localStorage.setItem(KEY, language);
  if (userId) localStorage.setItem(`${KEY}.${userId}`, language);
}

/** Before anyone chose: what the browser asks for. */
export function preferredLanguage(): Language {
  return navigator.language.toLowerCase().startsWith("ur") ? "ur" : "en";
}
