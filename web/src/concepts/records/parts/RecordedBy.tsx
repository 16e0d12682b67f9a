import { CAUCUS_ZONE, formatInstantDay } from "../../../kit/dates";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { type BothNames, Name } from "../../../kit/ui/Name";
import styles from "./RecordedBy.module.css";

interface RecordedByProps {
  of: {
    recordedAt: string;
    recordedBy: { name: BothNames } | null;
    recordedFor: { person: { name: BothNames } | null } | null;
    confirmedAt: string | null;
  };
}

/** When it was written down and by whom; where that was for another, whether she has confirmed it. */
export function RecordedBy({ of }: RecordedByProps) {
  const { language } = useWords();
  const { recordedBy, recordedFor, confirmedAt } = of;
  const day = formatInstantDay(of.recordedAt, language, CAUCUS_ZONE);
  if (!recordedBy) return day;
  const name = <Name of={recordedBy.name} />;
  if (!recordedFor?.person) return <Sentence id="meeting.recordedBy" values={{ name, day }} />;
  const member = <Name of={recordedFor.person.name} />;
  return (
    <>
      <Sentence id="written.recorded" values={{ name, day, member }} />
      {confirmedAt ? null : (
        <span className={styles.waits}>
          <Sentence id="written.notYet" values={{ member }} />
        </span>
      )}
    </>
  );
}
