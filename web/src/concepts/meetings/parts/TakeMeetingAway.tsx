import { type FragmentType, graphql, unmask } from "../../../gql";
import { Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Notice } from "../../../kit/ui/State";
import { useTell } from "../../../kit/ui/UndoBar";
import { useViewer } from "../../../kit/viewer";
import { mayTakeAway } from "../rows/mayRow";
import { useArchive } from "../rows/useArchive";
import { useTakeOut } from "../rows/useTakeAway";
import styles from "./TakeMeetingAway.module.css";

const TakeMeetingAway_meeting = graphql(`
  fragment TakeMeetingAway_meeting on Meeting {
    id
    version
    archivedOn
    recordedBy {
      id
    }
  }
`);

interface TakeMeetingAwayProps {
  meeting: FragmentType<typeof TakeMeetingAway_meeting>;
}

/** For whoever may: the way to take a whole meeting out of the record, and what goes with it. */
export function TakeMeetingAway({ meeting: masked }: TakeMeetingAwayProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const meeting = unmask(TakeMeetingAway_meeting, masked);
  const takeOut = useTakeOut(meeting, t("meeting.takenAway"));
  const recordedBy = meeting.recordedBy?.id ?? null;
  if (meeting.archivedOn || !mayTakeAway(viewer, { recordedBy })) return null;
  return (
    <div className={styles.away}>
      <p className={styles.hint}>{t("meeting.takeAwayHint")}</p>
      <Button onClick={takeOut}>{t("meeting.takeAway")}</Button>
    </div>
  );
}

/** At the head of a meeting that was taken out of the record: since when, and the way back. */
export function TakenAway({ meeting: masked }: TakeMeetingAwayProps) {
  const { t } = useWords();
  const viewer = useViewer();
  const tell = useTell();
  const { restore } = useArchive();
  const { id, version, archivedOn, recordedBy } = unmask(TakeMeetingAway_meeting, masked);
  if (!archivedOn) return null;
  const bringBack = async () => {
    const { kind } = await restore(id, version);
    if (kind === "offline" || kind === "unsure") tell(t("rows.notBack"), id);
    if (kind === "refused") tell(t("rows.backRefused"), id);
    if (kind === "failed") tell(t("change.failed"), id);
  };
  return (
    <Notice tone="plain">
      <p>
        <Sentence id="meeting.awaySince" values={{ day: <Day of={archivedOn} /> }} />
      </p>
      {mayTakeAway(viewer, { recordedBy: recordedBy?.id ?? null }) ? (
        <Button onClick={bringBack}>{t("meeting.bringBack")}</Button>
      ) : null}
    </Notice>
  );
}
