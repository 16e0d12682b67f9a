import { Link } from "wouter";
import { useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { isWaiting, reasonOf } from "../../../kit/offline/unsent";
import { WaitingSection } from "../../../kit/offline/WaitingSection";
import { ButtonLink } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Notice } from "../../../kit/ui/State";
import { dayOf, hasContent } from "../draft";
import { isMeeting, type UnsentMeeting } from "../unsent/unsentMeeting";
import { DraftOffices } from "./DraftOffices";
import styles from "./UnsentList.module.css";
import { UnsentMends } from "./UnsentMends";

/** What lies on this machine and is not in the record: begun, waiting, or to be mended, and why. */
export function UnsentList() {
  const { t } = useWords();
  const { rows } = useUnsent();
  const meetings = rows.filter(isMeeting);
  const unfinished = meetings.filter(
    ({ state, draft }) => state.kind === "writing" && hasContent(draft),
  );
  const saved = meetings.filter(({ state }) => state.kind !== "writing");
  return (
    <>
      {unfinished.map(({ id, draft }) => (
        <Notice key={id} tone="plain">
          <p>{t("home.unfinished")}</p>
          <p>
            <DraftOffices of={draft} />
          </p>
          <ButtonLink href={`/meetings/${id}/form`}>{t("home.goOn")}</ButtonLink>
        </Notice>
      ))}
      <UnsentMends />
      <WaitingSection title="home.waiting" of={saved}>
        {saved.map((unsent) => (
          <UnsentRow key={unsent.id} unsent={unsent} />
        ))}
      </WaitingSection>
    </>
  );
}

function UnsentRow({ unsent }: { unsent: UnsentMeeting }) {
  const { t } = useWords();
  const { id, draft } = unsent;
  const isHers = !isWaiting(unsent);
  const day = dayOf(draft);
  return (
    <li className={styles.row}>
      <Link className={styles.offices} href={isHers ? `/meetings/${id}/form` : `/meetings/${id}`}>
        <DraftOffices of={draft} />
      </Link>
      {day ? (
        <span className={styles.day}>
          <Day of={day} />
        </span>
      ) : null}
      <p className={isHers ? styles.mend : styles.reason}>{t(`unsent.${reasonOf(unsent)}`)}</p>
    </li>
  );
}
