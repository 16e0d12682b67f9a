import { useState } from "react";
import { useSearchParams } from "wouter";
import { type MessageKey, useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Choice } from "../../../kit/ui/Choice";
import { Page } from "../../../kit/ui/Page";
import { canLog, readsJudged, useViewer } from "../../../kit/viewer";
import { OfficeToNarrow } from "../../meetings/parts/OfficeToNarrow";
import { KindSelect } from "../parts/KindSelect";
import { LedgerMoney } from "../parts/LedgerMoney";
import { PromiseList } from "../parts/PromiseList";
import { addressOf, filterOf, type Narrowing, narrowingOf, orderOf, viewsFor } from "../views";
import styles from "./PromisesPage.module.css";

/** All that was asked and promised; what it is narrowed to stands in the address. */
export function PromisesPage() {
  const { t } = useWords();
  const viewer = useViewer();
  const judged = readsJudged(viewer);
  const [params, setParams] = useSearchParams();
  const narrowing = narrowingOf(params, judged);
  const { view, kind, officeId } = narrowing;
  // Open where it says something already; from then on it is hers to fold.
  const [isOpen] = useState(Boolean(kind || officeId));

  const change = (part: Partial<Narrowing>) =>
    setParams(addressOf({ ...narrowing, ...part }), { replace: true });

  return (
    <Page title={t("promises.title")} tab={t("promises.title")}>
      <search className={styles.narrow}>
        <Choice
          label={t("promises.which")}
          value={view}
          onChange={(chosen) => change({ view: chosen })}
          options={viewsFor(judged).map((value) => ({ value, label: t(`promises.view.${value}`) }))}
        />
        <details open={isOpen}>
          <summary className={styles.summary}>{t("promises.narrow")}</summary>
          <div className={styles.fields}>
            <OfficeToNarrow id={officeId} onChange={(id) => change({ officeId: id })} />
            <KindSelect
              value={kind}
              prompt="promise.allKinds"
              onChange={(chosen) => change({ kind: chosen })}
            />
          </div>
        </details>
      </search>
      <div>
        <ButtonLink weight="quiet" href={officeId ? `/letters?office=${officeId}` : "/letters"}>
          {t(officeId ? "office.allLetters" : "letters.all")}
        </ButtonLink>
      </div>
      <LedgerMoney filter={filterOf(narrowing, judged)} />
      <PromiseList
        filter={filterOf(narrowing, judged)}
        orderBy={orderOf(narrowing)}
        empty={emptyWord(narrowing, canLog(viewer))}
      />
    </Page>
  );
}

/** Why there is none, and what to do: by this kind or office, of this view, or at all. */
function emptyWord({ view, kind, officeId }: Narrowing, logs: boolean): MessageKey {
  if (kind || officeId) return "promises.noneSuch";
  return logs ? `promises.none.${view}` : "promises.noneOpen";
}
