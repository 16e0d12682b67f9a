import { CAUCUS_ZONE, formatClock, formatDay, formatInstantDay, formatMonth } from "../dates";
import { useWords } from "../i18n/words";

/** A day in full words, and for machines as it is. */
export function Day({ of }: { of: string }) {
  const { language } = useWords();
  return <time dateTime={of}>{formatDay(of, language)}</time>;
}

/** A day with the time on the clock, by default as the caucus's own shows it. */
export function Moment({ of, zone = CAUCUS_ZONE }: { of: string; zone?: string }) {
  const { language } = useWords();
  return (
    <time dateTime={of}>
      {formatInstantDay(of, language, zone)}
      {language === "ur" ? "، " : ", "}
      <bdi>{formatClock(of, language, zone)}</bdi>
    </time>
  );
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
    return <Moment of={of.startsAt} zone={of.zone} />;
  }
  return of.firstDay === of.lastDay ? (
    <Day of={of.firstDay} />
  ) : (
    <>
      <Day of={of.firstDay} /> – <Day of={of.lastDay} />
    </>
  );
}
