import type { Language } from "./i18n/language";

/** An amount as the record keeps it: exact, in digits, of one currency. */
export interface Money {
  amount: string;
  currency: string;
}

const WORDS: Record<Language, { rupees: string; crore: string; lakh: string; about: string }> = {
  en: { rupees: "Rs", crore: "crore", lakh: "lakh", about: "about" },
  ur: { rupees: "روپے", crore: "کروڑ", lakh: "لاکھ", about: "تقریباً" },
};

/** How many places the point moves for a word that stands behind a number. */
const PLACES: readonly [RegExp, number][] = [
  [/^(arab|billion|ارب)$/i, 9],
  [/^(crores?|cr|کروڑ)$/i, 7],
  [/^(millions?|m|ملین)$/i, 6],
  [/^(lakhs?|lacs?|لاکھ)$/i, 5],
  [/^(thousand|k|ہزار)$/i, 3],
];

/**
 * What somebody wrote as an amount of rupees, in digits: "1.5 crore", "15 lakh", "Rs 12,50,000",
 * "۱۵ لاکھ". Null where it is none.
 */
export function parseRupees(text: string): string | null {
  const written = latinDigits(text)
    .replace(/^\s*(rs\.?|pkr)?\s*/i, "")
    .replace(/\s*(روپے|روپیہ|rupees?)\s*$/i, "")
    .trim();
  const found = /^(\d+|\d{1,3}(?:[,،]\d{2,3})*[,،]\d{3})(?:[.٫](\d+))?\s*([^\d,،.٫\s]\S*)?$/.exec(
    written,
  );
  if (!found) return null;
  const whole = (found[1] ?? "").replaceAll(/[,،]/g, "");
  const part = found[2] ?? "";
  if (whole === "") return null;
  const word = found[3];
  const places = word === undefined ? 0 : PLACES.find(([known]) => known.test(word))?.[1];
  if (places === undefined) return null;
  const digits = whole + part.padEnd(places, "0").slice(0, places);
  const rest = part.slice(places).replace(/0+$/, "");
  const amount = digits.replace(/^0+(?=\d)/, "");
  return rest ? `${amount}.${rest}` : amount;
}

function latinDigits(text: string): string {
  return text
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

/** "Rs 1,50,00,000 (1.5 crore)", "Rs 1,23,45,678 (about 1.23 crore)"; another currency by its code, "USD 2,000.50". */
export function formatMoney({ amount, currency }: Money, language: Language): string {
  const [whole = "0", part = ""] = amount.split(".");
  const cents = /^0*$/.test(part) ? "" : `.${part.padEnd(2, "0")}`;
  if (currency !== "PKR") {
    return `${currency} ${BigInt(whole).toLocaleString("en-GB")}${cents}`;
  }
  const { rupees } = WORDS[language];
  const digits = `${BigInt(whole).toLocaleString("en-IN")}${cents}`;
  const round = inRound(BigInt(whole), cents !== "", language);
  const exact = language === "ur" ? `${digits} ${rupees}` : `${rupees} ${digits}`;
  return round ? `${exact} (${round})` : exact;
}

/** In crores or lakhs; where that takes more than three decimals, about how many, in two. */
function inRound(rupees: bigint, hasCents: boolean, language: Language): string | null {
  const { crore, lakh, about } = WORDS[language];
  const [unit, word] = rupees >= 10_000_000n ? ([10_000_000n, crore] as const) : [100_000n, lakh];
  if (rupees < unit) return null;
  const isExact = !hasCents && (rupees * 1000n) % unit === 0n;
  if (isExact) return `${Number((rupees * 1000n) / unit) / 1000} ${word}`;
  return `${about} ${Number((rupees * 100n + unit / 2n) / unit) / 100} ${word}`;
}
