import { useId } from "react";
import { type FragmentType, graphql, unmask } from "../../../gql";
import type { PeriodInput } from "../../../gql/graphql";
import { useWords } from "../../../kit/i18n/words";
import { useViewer } from "../../../kit/viewer";
import { columnsOf, type FigureName, notesOf } from "../figures";
import type { Grouping } from "../groups";
import { CoverageKeyTitle, groupTitle } from "../groupTitle";
import { CoverageRow } from "./CoverageRow";
import styles from "./CoverageTable.module.css";
import { RecordsSheet } from "./RecordsSheet";

const CoverageTable_coverage = graphql(`
  fragment CoverageTable_coverage on Coverage {
    scopeSource
    total {
      ...CoverageRow_figures
    }
    groups {
      key
      keys {
        ...CoverageKeyTitle
      }
      figures {
        ...CoverageRow_figures
      }
    }
  }
`);

interface CoverageTableProps {
  coverage: FragmentType<typeof CoverageTable_coverage>;
  by: Grouping;
  period: PeriodInput;
  /** The figure whose records are open beside it, and of which group; of the whole without one. */
  show: FigureName | null;
  group: string | null;
  onOpen: (figure: FigureName | null, group: string | null) => void;
}

/** A line a group and one for all; where that is too wide each line is a small list of its own. */
export function CoverageTable(props: CoverageTableProps) {
  const { coverage: masked, by, period, show, group, onOpen } = props;
  const { t, language } = useWords();
  const coverage = unmask(CoverageTable_coverage, masked);
  const isPartner = useViewer().role === "PARTNER";
  const hasList = coverage.scopeSource === "TARGET_LIST";
  const columns = columnsOf(hasList);
  const notes = useId();
  const lines = coverage.groups.map(({ key, keys, figures }) => {
    const titles = unmask(CoverageKeyTitle, keys).map((one) => groupTitle(one, by, t, language));
    return { key, title: titles.join(" · "), figures };
  });
  if (by !== "CATEGORY" && by !== "MONTH") {
    lines.sort((one, other) => one.title.localeCompare(other.title, language));
  }
  return (
    <>
      <table className={styles.table} aria-describedby={notes}>
        <caption className={styles.caption}>{t("coverage.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`coverage.by.${by}`)}</th>
            {columns.map((figure) => (
              <th key={figure} scope="col" className={styles.number}>
                {t(`figure.${figure}`)}
              </th>
            ))}
            <th scope="col">{t("coverage.lastMeeting")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, title, figures }) => (
            <CoverageRow
              key={key}
              title={title}
              columns={columns}
              figures={figures}
              onOpen={(figure) => onOpen(figure, key)}
            />
          ))}
        </tbody>
        <tfoot>
          <CoverageRow
            title={t("coverage.total")}
            columns={columns}
            figures={coverage.total}
            onOpen={(figure) => onOpen(figure, null)}
          />
        </tfoot>
      </table>
      <ul id={notes} className={styles.notes}>
        {notesOf({ hasList, isPartner }).map((note) => (
          <li key={note}>{t(note)}</li>
        ))}
      </ul>
      {show ? (
        <RecordsSheet
          key={`${show}${group}`}
          figure={show}
          by={by}
          group={group}
          of={lines.find(({ key }) => key === group)?.title ?? t("coverage.total")}
          period={period}
          onClose={() => onOpen(null, null)}
        />
      ) : null}
    </>
  );
}
