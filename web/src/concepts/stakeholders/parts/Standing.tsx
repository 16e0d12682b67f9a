import { useState } from "react";
import { type FragmentType, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Facts } from "../../../kit/ui/Facts";
import { Name } from "../../../kit/ui/Name";
import { Section } from "../../../kit/ui/Page";
import { Empty } from "../../../kit/ui/State";
import { Text } from "../../../kit/ui/Text";
import { useTell } from "../../../kit/ui/UndoBar";
import { Standing_office, useEndReason } from "../useJudge";
import { AssessSheet } from "./AssessSheet";
import { ReasonSheet } from "./ReasonSheet";
import styles from "./Standing.module.css";

/** How coordinators see an office, and why it need not be met for a time; nobody else reads it. */
export function Standing({ office: masked }: { office: FragmentType<typeof Standing_office> }) {
  const { t } = useWords();
  const tell = useTell();
  const office = unmask(Standing_office, masked);
  const endReason = useEndReason(office.id, office.version);
  const [sheet, setSheet] = useState<"assess" | "reason" | null>(null);
  const { standingReason: reason, assessments } = office;
  const judged = newest(assessments ?? []);
  const isInUse = !office.archivedOn;
  const close = () => setSheet(null);
  const meetAgain = async () => {
    const kind = await endReason();
    if (kind === "done") tell(t("standing.ended"), office.id);
    else tell(t(kind === "refused" ? "rows.backRefused" : `change.${kind}`), office.id);
  };
  return (
    <Section title={t("standing.title")}>
      {judged.length === 0 ? <Empty>{t("standing.none")}</Empty> : null}
      {judged.map((one) => (
        <div key={one.id} className={styles.judged}>
          <p className={styles.about}>
            {one.topic ? <Name of={one.topic.name} /> : <span>{t("standing.aims")}</span>}
            <Day of={one.assessedOn} />
          </p>
          <Facts
            of={[
              [t("standing.stance"), t(enumKey("stance", one.stance, "stance.NEUTRAL"))],
              [t("standing.influence"), t("standing.ofFive", { number: one.influence })],
              [t("standing.interest"), t("standing.ofFive", { number: one.interest })],
            ]}
          />
        </div>
      ))}
      {reason ? (
        <div className={styles.judged}>
          <p>
            <Sentence
              id="standing.reason"
              values={{
                kind: t(enumKey("standingReason", reason.kind, "standingReason.NOT_NEEDED")),
                day: <Day of={reason.until} />,
              }}
            />
          </p>
          {reason.why ? (
            <p>
              <Text of={reason.why} />
            </p>
          ) : null}
        </div>
      ) : null}
      {isInUse ? (
        <div className={styles.acts}>
          <Button onClick={() => setSheet("assess")}>
            {t(judged.length === 0 ? "standing.assess" : "standing.assessAgain")}
          </Button>
          {reason ? (
            <Button onClick={meetAgain}>{t("standing.end")}</Button>
          ) : (
            <Button onClick={() => setSheet("reason")}>{t("standing.set")}</Button>
          )}
        </div>
      ) : null}
      {sheet === "assess" ? <AssessSheet stakeholderId={office.id} onClose={close} /> : null}
      {sheet === "reason" ? <ReasonSheet office={office} onClose={close} /> : null}
    </Section>
  );
}

/** The last said on each topic; they come the last day first. */
function newest<Judged extends { topic: { id: string } | null }>(all: readonly Judged[]) {
  return all.filter((one, at) => all.findIndex(({ topic }) => topic?.id === one.topic?.id) === at);
}
