import { useState } from "react";
import { type FragmentType, unmask } from "../../../gql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { formatMoney } from "../../../kit/money";
import { Button } from "../../../kit/ui/Button";
import { Day } from "../../../kit/ui/Day";
import { Section } from "../../../kit/ui/Page";
import { isCoordinator, isRecordedBy, useViewer } from "../../../kit/viewer";
import { inOrder } from "../rungs";
import { Ladder_commitment, useRemoveAmount } from "../useAmounts";
import { AmountSheet, useNewAmount } from "./AmountSheet";
import { EvidenceLine } from "./EvidenceLine";
import styles from "./Ladder.module.css";

interface LadderProps {
  commitment: FragmentType<typeof Ladder_commitment>;
  /** Whether she may say how far it has come. */
  may: boolean;
}

/** How much was asked, said, written, budgeted and released, year by year; rungs are never added. */
export function Ladder({ commitment: masked, may }: LadderProps) {
  const { t, language } = useWords();
  const viewer = useViewer();
  const { id, amounts } = unmask(Ladder_commitment, masked);
  const remove = useRemoveAmount(id);
  const adding = useNewAmount(id);
  const [isAdding, setAdding] = useState(false);
  if (amounts.length === 0 && !may) return null;
  return (
    <Section title={t("amount.title")}>
      {amounts.length > 0 ? (
        <ul className={styles.ladder}>
          {inOrder(amounts).map((one) => (
            <li key={one.id} className={styles.rung}>
              <p className={styles.sum}>
                <span>{t(enumKey("rung", one.rung, "rung.SAID"))}</span>
                <strong className={styles.amount}>
                  <bdi>{formatMoney(one.amount, language)}</bdi>
                </strong>
              </p>
              <p className={styles.about}>
                <span>
                  {one.fiscalYear ? (
                    <Sentence id="amount.inYear" values={{ year: <bdi>{one.fiscalYear}</bdi> }} />
                  ) : (
                    t("amount.noYear")
                  )}
                </span>
                <Day of={one.on} />
                {one.reference ? (
                  <span>
                    <Sentence id="amount.under" values={{ number: <bdi>{one.reference}</bdi> }} />
                  </span>
                ) : null}
              </p>
              {one.evidence ? <EvidenceLine of={one.evidence} /> : null}
              {may && (isCoordinator(viewer) || isRecordedBy(viewer, one)) ? (
                <Button weight="quiet" onClick={() => remove(one)}>
                  {t("amount.remove")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {may ? (
        <div>
          <Button onClick={() => setAdding(true)}>{t("amount.add")}</Button>
        </div>
      ) : null}
      {isAdding ? <AmountSheet of={adding} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
