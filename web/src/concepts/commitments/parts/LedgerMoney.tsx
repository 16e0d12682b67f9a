import { useQuery } from "urql";
import { graphql } from "../../../gql";
import type { CommitmentFilter } from "../../../gql/graphql";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { formatMoney } from "../../../kit/money";
import { RUNGS } from "../rungs";
import styles from "./LedgerMoney.module.css";

const LedgerQuery = graphql(`
  query Ledger($filter: CommitmentFilter) {
    ledger(filter: $filter) {
      lines {
        rung
        fiscalYear
        commitments
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
  if (lines.length === 0) return null;
  const years = [...new Set(lines.map(({ fiscalYear }) => fiscalYear))].toSorted((one, other) =>
    (one ?? "9") < (other ?? "9") ? -1 : 1,
  );
  return (
    <details className={styles.money}>
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
              .map(({ rung, total, commitments }) => (
                <tr key={`${rung}${total.currency}`}>
                  <th scope="row">{t(enumKey("rung", rung, "rung.SAID"))}</th>
                  <td className={styles.sum}>
                    <bdi>{formatMoney(total, language)}</bdi>
                  </td>
                  <td className={styles.of}>{t("promises.moneyOf", { count: commitments })}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </details>
  );
}
