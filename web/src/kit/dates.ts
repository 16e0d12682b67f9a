import type { Language } from "./i18n/language";

/** The caucus keeps its days in one zone, wherever its members travel. */
export const CAUCUS_ZONE = "Asia/Karachi";

const LOCALES: Record<Language, string> = { en: "en-GB", ur: "ur-PK-u-nu-latn" };
// English abbreviates the weekday; Urdu has no short form that people write.
const WEEKDAYS: Record<Language, "short" | "long"> = { en: "short", ur: "long" };

/** The day, as `2025-06-03`, that it is in the caucus's zone, or in another. */
export function today(now: Date = new Date(), zone = CAUCUS_ZONE): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(now);
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The same day a number of months earlier, or the last of that month where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** The coming Friday; on a Friday, that day itself. */
export function thisFriday(day: string): string {
  return addDays(day, (5 - weekday(day) + 7) % 7);
}

/** The last day of the month. */
export function endOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** "Tue 3 June 2025", "منگل 3 جون 2025". */
export function formatDay(day: string, language: Language): string {
  return assemble(new Date(`${day}T00:00:00Z`), language, "UTC");
}

/** The day of an instant, in the zone of the meeting. */
export function formatInstantDay(instant: string, language: Language, zone: string): string {
  return assemble(new Date(instant), language, zone);
}

/** "10:30 am", "صبح 10:30 بجے": Urdu says which part of the day it was, and never am or pm. */
export function formatClock(instant: string, language: Language, zone: string): string {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    hour: "numeric",
    minute: "2-digit",
    hour12: true,
    ...(language === "ur" ? { dayPeriod: "short" } : {}),
    timeZone: zone,
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const clock = `${part("hour")}:${part("minute")}`;
  // No line ends within a time.
  return language === "ur"
    ? `${part("dayPeriod")}\u00a0${clock}\u00a0بجے`
    : `${clock}\u00a0${part("dayPeriod")}`;
}

export function formatMonth(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** The instant at which a clock, by default in the caucus's zone, shows this time on this day. */
export function instantAt(day: string, clock: string, zone = CAUCUS_ZONE): string {
  const shown = Date.parse(`${day}T${clock}:00Z`);
  // How far the zone is from UTC depends on the day, and near a change of clocks on the hour.
  const nearly = shown - offsetAt(shown, zone);
  return new Date(shown - offsetAt(nearly, zone)).toISOString();
}

/** By how much a clock in a zone is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const at = new Date(instant).toISOString();
  return Date.parse(`${today(new Date(instant), zone)}T${clockAt(at, zone)}:00Z`) - minute(instant);
}

function minute(instant: number): number {
  return Math.floor(instant / 60_000) * 60_000;
}

/** The time, as `09:30`, that a clock, by default in the caucus's zone, shows at an instant. */
export function clockAt(instant: string, zone = CAUCUS_ZONE): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));
}

/** What the clock of a zone is called, as "Eastern Time". */
export function zoneName(zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(new Date());
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

function assemble(date: Date, language: Language, timeZone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone }).format(date);
  return [
    part({ weekday: WEEKDAYS[language] }),
    part({ day: "numeric" }),
    part({ month: "long" }),
    part({ year: "numeric" }),
  ].join(" ");
}

/** Whether a day is so long ago that its year is likely a slip; an empty one is none. */
export function isFarBack(day: string, now: string): boolean {
  return day !== "" && day < monthsBefore(now, 60);
}
