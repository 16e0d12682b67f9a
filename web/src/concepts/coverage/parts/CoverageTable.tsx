import { useId } from "react";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { StakeholderCategory } from "../../../gql/graphql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { FIGURES, type FigureName, NOTES } from "../figures";
import { CoverageRow } from "./CoverageRow";
import styles from "./CoverageTable.module.css";

const CoverageTable_coverage = graphql(`
  fragment CoverageTable_coverage on Coverage {
    total {
      ...CoverageRow_figures
    }
    groups {
      category
      figures {
        ...CoverageRow_figures
      }
    }
  }
`);

interface CoverageTableProps {
  coverage: FragmentType<typeof CoverageTable_coverage>;
  onOpen: (figure: FigureName, category: StakeholderCategory | null) => void;
}

/** A line a category and one for all; where that is too wide each line is a small list of its own. */
export function CoverageTable({ coverage: masked, onOpen }: CoverageTableProps) {
  const { t } = useWords();
  const coverage = unmask(CoverageTable_coverage, masked);
  const notes = useId();
  return (
    <>
      <table className={styles.table} aria-describedby={notes}>
        <caption className={styles.caption}>{t("coverage.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("coverage.category")}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" className={styles.number}>
                {t(`figure.${figure}`)}
              </th>
            ))}
            <th scope="col">{t("coverage.lastMeeting")}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.groups.map(({ category, figures }) => (
            <CoverageRow
              key={category}
              title={t(enumKey("category", category, "category.OTHER"))}
              figures={figures}
              onOpen={(figure) => onOpen(figure, category)}
            />
          ))}
        </tbody>
        <tfoot>
          <CoverageRow
            title={t("coverage.total")}
            note={t("coverage.totalOnce")}
            figures={coverage.total}
            onOpen={(figure) => onOpen(figure, null)}
          />
        </tfoot>
      </table>
      <ul id={notes} className={styles.notes}>
        {NOTES.map((note) => (
          <li key={note}>{t(note)}</li>
        ))}
      </ul>
    </>
  );
}
