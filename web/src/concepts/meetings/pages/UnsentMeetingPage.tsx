import { useLocation } from "wouter";
import { useWords } from "../../../kit/i18n/words";
import { useUnsent } from "../../../kit/offline/Outbox";
import { SendNow } from "../../../kit/offline/SendNow";
import { canTakeBack, reasonOf } from "../../../kit/offline/unsent";
import { Button, ButtonLink } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { directionOf } from "../../../kit/ui/direction";
import { Isolated } from "../../../kit/ui/Isolated";
import { Page, Section } from "../../../kit/ui/Page";
import { Notice } from "../../../kit/ui/State";
import { useDevice } from "../../../kit/ui/useDevice";
import { dayOf } from "../draft";
import { DraftOffices } from "../parts/DraftOffices";
import { WhoDoes } from "../parts/WhoDoes";
import type { WaitingMeeting } from "../unsent/unsentMeeting";
import styles from "./UnsentMeetingPage.module.css";

/** A meeting that she saved and that is not known to be in the record: where it is, and what comes. */
export function UnsentMeetingPage({ unsent }: { unsent: WaitingMeeting }) {
  const { t } = useWords();
  const device = useDevice();
  const [, go] = useLocation();
  const { desk, isKept } = useUnsent();
  const { id, draft } = unsent;
  const reason = reasonOf(unsent);

  const takeBack = async () => {
    if (await desk.takeBack(id)) go(`/meetings/${id}/form`);
  };
  const rows = draft.rows.filter(({ text }) => text.trim() !== "");

  return (
    <Page
      title={<DraftOffices of={draft} />}
      tab={t("meeting.title")}
      lead={<Day of={dayOf(draft)} />}
    >
      <Notice tone={isKept ? "plain" : "bad"}>
        <p>
          <strong>{t(isKept ? "unsent.kept" : "unsent.notKept", { device })}</strong>{" "}
          {t(`unsent.${reason}`)}
        </p>
        <p className={styles.ways}>
          <ButtonLink href="/">{t("nav.home")}</ButtonLink>
          <ButtonLink href="/meetings/new">{t("saved.another")}</ButtonLink>
          {reason === "sending" ? null : <SendNow />}
          {reason !== "sending" && canTakeBack(unsent) ? (
            <Button onClick={takeBack}>{t("unsent.change")}</Button>
          ) : null}
        </p>
      </Notice>
      {draft.said.trim() ? (
        <Section title={t("meeting.said")}>
          <p className={styles.said} dir={directionOf(draft.said)}>
            {draft.said}
          </p>
        </Section>
      ) : null}
      {rows.length > 0 ? (
        <Section title={t("form.rows")}>
          <ul>
            {rows.map(({ uuid, who, text, day, due }) => (
              <li key={uuid} className={styles.row}>
                <span className={styles.note}>
                  <WhoDoes who={who} teller={draft.told?.name ?? null} />
                </span>
                <Isolated>{text}</Isolated>
                {due !== "none" && day ? (
                  <span className={styles.note}>
                    <Day of={day} />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
