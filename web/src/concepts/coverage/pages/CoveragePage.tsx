import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { graphql } from "../../../gql";
import { addDays, monthsBefore, today } from "../../../kit/dates";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Day } from "../../../kit/ui/Day";
import { Page } from "../../../kit/ui/Page";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { canLog, noMeetingWord, useViewer } from "../../../kit/viewer";
import { CATEGORIES } from "../../stakeholders/categories";
import { isFigureName } from "../figures";
import { CoverageTable } from "../parts/CoverageTable";
import { RecordsSheet } from "../parts/RecordsSheet";

const CoverageQuery = graphql(`
  query Coverage($period: PeriodInput!) {
    coverage(period: $period) {
      period {
        from
        to
      }
      recordedSince
      ...CoverageTable_coverage
    }
  }
`);

/** Whom we met, and who was left out; what is open beside it stands in the address. */
export function CoveragePage() {
  const { t } = useWords();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const sinceBeginning = params.get("period") === "all";
  const now = today();
  const period = sinceBeginning ? {} : { from: addDays(monthsBefore(now, 12), 1), to: now };
  const [{ data, error }, ask] = useQuery({ query: CoverageQuery, variables: { period } });

  const set = (changes: Record<string, string | null>) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) after.delete(name);
        else after.set(name, value);
      }
      return after;
    });
  const figure = params.get("show");
  const category = CATEGORIES.find((value) => value === params.get("category")) ?? null;
  const coverage = data?.coverage;

  return (
    <Page
      wide
      title={t("coverage.title")}
      tab={t("coverage.title")}
      lead={
        coverage ? (
          <>
            <p>
              <Sentence
                id="coverage.period"
                values={{
                  from: <Day of={coverage.period.from} />,
                  to: <Day of={coverage.period.to} />,
                }}
              />
            </p>
            <p>{t(enumKey("coverage.view", viewer.role, "coverage.view.PARTNER"))}</p>
          </>
        ) : null
      }
    >
      <Choice
        label={t("coverage.choosePeriod")}
        value={sinceBeginning ? "all" : "year"}
        onChange={(value) => set({ period: value === "all" ? "all" : null })}
        options={[
          { value: "year", label: t("coverage.year") },
          { value: "all", label: t("coverage.all") },
        ]}
      />
      {error && !coverage ? (
        <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} />
      ) : null}
      {!coverage && !error ? <Skeleton lines={8} /> : null}
      {coverage && !coverage.recordedSince ? (
        <Empty>{t(canLog(viewer) ? "coverage.empty" : noMeetingWord(viewer))}</Empty>
      ) : null}
      {coverage ? (
        <CoverageTable coverage={coverage} onOpen={(show, of) => set({ show, category: of })} />
      ) : null}
      {isFigureName(figure) ? (
        <RecordsSheet
          key={`${figure}${category}`}
          figure={figure}
          category={category}
          period={period}
          onClose={() => set({ show: null, category: null })}
        />
      ) : null}
    </Page>
  );
}
