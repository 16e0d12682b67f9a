import { formatClock, formatDay, formatInstantDay, formatMonth } from "../dates";
import { useWords } from "../i18n/words";

/** A day in full words, and for machines as it is. */
export function Day({ of }: { of: string }) {
  const { language } = useWords();
  return <time dateTime={of}>{formatDay(of, language)}</time>;
}

interface TimeOfMeeting {
  precision: string;
  startsAt?: string | null | undefined;
  firstDay: string;
  lastDay: string;
  zone: string;
}

/** When something was, as precisely as it is known: a moment, one or more days, or a month. */
export function When({ of }: { of: TimeOfMeeting }) {
  const { language } = useWords();
  if (of.precision === "MONTH") {
    return <time dateTime={of.firstDay.slice(0, 7)}>{formatMonth(of.firstDay, language)}</time>;
  }
  if (of.precision === "INSTANT" && of.startsAt) {
    return (
      <time dateTime={of.startsAt}>
        {formatInstantDay(of.startsAt, language, of.zone)}
        {language === "ur" ? "، " : ", "}
        <bdi>{formatClock(of.startsAt, language, of.zone)}</bdi>
      </time>
    );
  }
  return of.firstDay === of.lastDay ? (
    <Day of={of.firstDay} />
  ) : (
    <>
      <Day of={of.firstDay} /> – <Day of={of.lastDay} />
    </>
  );
}
