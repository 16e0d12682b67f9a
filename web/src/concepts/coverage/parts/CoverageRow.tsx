import { Link } from "wouter";
import { type FragmentType, graphql, unmask } from "../../../gql";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { Day } from "../../../kit/ui/Day";
import { type FigureName, heatStep } from "../figures";
import styles from "./CoverageRow.module.css";

const CoverageRow_figures = graphql(`
  fragment CoverageRow_figures on CoverageFigures {
    inScope {
      value
      absence
    }
    met {
      value
      absence
    }
    contactedOnly {
      value
      absence
    }
    presentOnly {
      value
      absence
    }
    notReached {
      value
      absence
    }
    unplanned {
      value
      absence
    }
    meetingsHeld {
      value
      absence
    }
    peopleMet {
      all {
        value
        absence
      }
    }
    headcount {
      all {
        value
        absence
      }
    }
    tasksOpen {
      value
      absence
    }
    tasksOverdue {
      value
      absence
    }
    lastMeetingOn
    lastMeeting {
      id
    }
  }
`);

interface CoverageRowProps {
  title: string;
  columns: readonly FigureName[];
  figures: FragmentType<typeof CoverageRow_figures>;
  onOpen: (figure: FigureName) => void;
}

export function CoverageRow({ title, columns, figures: masked, onOpen }: CoverageRowProps) {
  const { t } = useWords();
  const { peopleMet, headcount, ...figures } = unmask(CoverageRow_figures, masked);
  const shown = { ...figures, peopleMet: peopleMet.all, headcount: headcount.all };
  const heat = heatStep(figures.met.value, figures.inScope.value);
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.title}>
        {title}
      </th>
      {columns.map((name) => (
        <td
          key={name}
          className={classOf(name, shown[name].value, heat)}
          data-label={t(`figure.${name}`)}
        >
          <FigureCell
            figure={shown[name]}
            label={`${title}: ${t(`figure.${name}`)}`}
            onOpen={() => onOpen(name)}
          />
        </td>
      ))}
      <td className={styles.last} data-label={t("coverage.lastMeeting")}>
        {figures.lastMeetingOn ? (
          figures.lastMeeting ? (
            <Link href={`/meetings/${figures.lastMeeting.id}`}>
              <Day of={figures.lastMeetingOn} />
            </Link>
          ) : (
            <Day of={figures.lastMeetingOn} />
          )
        ) : (
          <span className={styles.none}>
            {t(figures.meetingsHeld.value ? "coverage.noneWithThem" : "coverage.never")}
          </span>
        )}
      </td>
    </tr>
  );
}

// These say something by being nought; the others need no room on the phone when they are.
const TELLING_AT_NOUGHT: readonly FigureName[] = ["inScope", "met", "notReached"];

function classOf(name: FigureName, value: number | null, heat: number): string {
  const isNews = value !== 0 || TELLING_AT_NOUGHT.includes(name);
  return [styles.cell, name === "met" ? styles[`heat${heat}`] : null, isNews ? null : styles.nought]
    .filter(Boolean)
    .join(" ");
}

interface FigureCellProps {
  figure: { value: number | null; absence: string | null };
  label: string;
  onOpen: () => void;
}

/** A number that opens its records; a nought has none, and what is absent says why. */
function FigureCell({ figure, label, onOpen }: FigureCellProps) {
  const { t } = useWords();
  if (figure.value === null) {
    // Withheld is here also what is not small, but would tell what is.
    const { absence } = figure;
    return absence === "SUPPRESSED"
      ? t("coverage.notTold")
      : t(enumKey("absence", absence ?? "", "absence.NOT_COLLECTED"));
  }
  if (figure.value === 0) return <span className={styles.none}>0</span>;
  return (
    <button
      type="button"
      className={styles.figure}
      aria-label={`${label}: ${figure.value}`}
      onClick={onOpen}
    >
      {figure.value}
    </button>
  );
}
