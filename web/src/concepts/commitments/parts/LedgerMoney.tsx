import { useState } from "react";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { graphql } from "../../../gql";
import type { CommitmentFilter, LedgerQuery as LedgerRead } from "../../../gql/graphql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { formatMoney } from "../../../kit/money";
import { Listed } from "../../../kit/ui/Listed";
import { Sheet } from "../../../kit/ui/Sheet";
import { RUNGS } from "../rungs";
import styles from "./LedgerMoney.module.css";
import { PromiseList } from "./PromiseList";

const LedgerQuery = graphql(`
  query Ledger($filter: CommitmentFilter) {
    ledger(filter: $filter) {
      lines {
        rung
        fiscalYear
        commitments
        asks
        total {
          amount
          currency
        }
      }
    }
  }
`);

/** What was asked, said and given in money, year by year, of the promises that the page is narrowed to. */
export function LedgerMoney({ filter }: { filter: CommitmentFilter }) {
  const { t, language } = useWords();
  const [{ data }] = useQuery({ query: LedgerQuery, variables: { filter } });
  const lines = data?.ledger.lines ?? [];
  const [params, setParams] = useSearchParams();
  const named = params.get("line");
  // From then on it is hers to fold.
  const [beginsOpen] = useState(named !== null);
  const opened = named === null ? undefined : lines.find((line) => nameOf(line) === named);
  const open = (line: Line | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (line) after.set("line", nameOf(line));
      else after.delete("line");
      return after;
    });
  if (lines.length === 0) return null;
  const years = [...new Set(lines.map(({ fiscalYear }) => fiscalYear))].toSorted((one, other) =>
    (one ?? "9") < (other ?? "9") ? -1 : 1,
  );
  return (
    <details className={styles.money} open={beginsOpen}>
      <summary className={styles.summary}>{t("promises.money")}</summary>
      <p className={styles.hint}>{t("promises.moneyHint")}</p>
      {years.map((year) => (
        <table key={year ?? ""} className={styles.table}>
          <caption className={styles.year}>
            {year ? (
              <Sentence id="amount.inYear" values={{ year: <bdi>{year}</bdi> }} />
            ) : (
              t("amount.noYear")
            )}
          </caption>
          <thead className={styles.unseen}>
            <tr>
              <th scope="col">{t("amount.rung")}</th>
              <th scope="col">{t("amount.title")}</th>
              <th scope="col">{t("promises.title")}</th>
            </tr>
          </thead>
          <tbody>
            {lines
              .filter(({ fiscalYear }) => fiscalYear === year)
              .toSorted((one, other) => RUNGS.indexOf(one.rung) - RUNGS.indexOf(other.rung))
              .map((line) => (
                <tr key={`${line.rung}${line.total.currency}`}>
                  <th scope="row">{t(enumKey("rung", line.rung, "rung.SAID"))}</th>
                  <td className={styles.sum}>
                    <bdi>{formatMoney(line.total, language)}</bdi>
                  </td>
                  <td>
                    <button type="button" className={styles.of} onClick={() => open(line)}>
                      <Behind line={line} />
                    </button>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
      {opened ? <LineSheet line={opened} filter={filter} onClose={() => open(null)} /> : null}
    </details>
  );
}

type Line = LedgerRead["ledger"]["lines"][number];

/** How the address names it. */
function nameOf({ rung, fiscalYear, total }: Line): string {
  return [rung, fiscalYear ?? "", total.currency].join(" ");
}

/** Of how many demands and of how many promises a line is made. */
function Behind({ line: { commitments, asks } }: { line: Line }) {
  const { t } = useWords();
  const promises = commitments - asks;
  const parts = [
    ...(asks > 0 ? [t("promises.moneyOfAsks", { count: asks })] : []),
    ...(promises > 0 ? [t("promises.moneyOf", { count: promises })] : []),
  ];
  return <Listed of={parts.map((part) => ({ key: part, item: part }))} />;
}

interface LineSheetProps {
  line: Line;
  filter: CommitmentFilter;
  onClose: () => void;
}

/** Exactly the demands and promises of which a line is made. */
function LineSheet({ line: { rung, fiscalYear, total }, filter, onClose }: LineSheetProps) {
  const { t, language } = useWords();
  const onLine = { rung, fiscalYear, currency: total.currency };
  return (
    <Sheet
      title={
        <>
          {t(enumKey("rung", rung, "rung.SAID"))}
          {" · "}
          <bdi>{fiscalYear ?? t("amount.noYear")}</bdi>
        </>
      }
      onClose={onClose}
      isInAddress
    >
      <p className={styles.total}>
        <bdi>{formatMoney(total, language)}</bdi>
      </p>
      <PromiseList filter={{ ...filter, onLine }} empty="promises.noneSuch" />
    </Sheet>
  );
}
