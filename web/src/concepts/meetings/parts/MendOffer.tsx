import { type MessageKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Listed } from "../../../kit/ui/Listed";
import { Notice } from "../../../kit/ui/State";
import { type Place, placesOf } from "../mend/rebase";
import type { UnsentMend } from "../unsent/unsentMend";
import styles from "./MendOffer.module.css";

/** What each place is called on the form. */
const WORDS: Record<Place, MessageKey> = {
  with: "form.with",
  attendees: "meeting.attendees",
  groups: "group.several",
  title: "about.title",
  topics: "meeting.topics",
  concerns: "meeting.concerns",
  when: "form.when",
  where: "form.where",
  said: "form.said",
  source: "told.who",
  programmes: "meeting.programmes",
  sees: "sees.who",
};

interface MendOfferProps {
  kept: UnsentMend;
  /** Somebody else has changed the meeting since. */
  isOvertaken: boolean;
  onGoOn: () => void;
  onDiscard: () => void;
}

/** Before the form: what she had changed on it and has not saved, to go on with or to give up. */
export function MendOffer({ kept, isOvertaken, onGoOn, onDiscard }: MendOfferProps) {
  const { t } = useWords();
  const { read, mended } = kept.draft;
  const places = placesOf(read, mended).map((place) => ({ key: place, item: t(WORDS[place]) }));
  return (
    <Notice tone="plain">
      <p>{t("mend.kept")}</p>
      <p>
        <Sentence id="mend.keptIn" values={{ places: <Listed of={places} /> }} />
      </p>
      {isOvertaken ? (
        <p>
          <strong>{t("mend.keptOvertaken")}</strong>
        </p>
      ) : null}
      <div className={styles.ways}>
        <Button weight="main" onClick={onGoOn}>
          {t("home.goOn")}
        </Button>
        <Button onClick={onDiscard}>{t("mend.discard")}</Button>
      </div>
    </Notice>
  );
}
