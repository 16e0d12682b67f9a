import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { graphql } from "../../../gql";
import { today } from "../../../kit/dates";
import { enumKey, Sentence, useWords } from "../../../kit/i18n/words";
import { Choice } from "../../../kit/ui/Choice";
import { Day } from "../../../kit/ui/Day";
import { Page } from "../../../kit/ui/Page";
import { Empty, ReadFailed, Skeleton } from "../../../kit/ui/State";
import { canLog, noMeetingWord, useViewer } from "../../../kit/viewer";
import { isFigureName } from "../figures";
import { GROUPINGS, groupingOf } from "../groups";
import { CoverageTable } from "../parts/CoverageTable";
import { Missed } from "../parts/Missed";
import { ToMeet } from "../parts/ToMeet";
import { periodOf, SPANS, spanOf } from "../spans";

const CoverageQuery = graphql(`
  query Coverage($period: PeriodInput!, $by: [CoverageDimension!]) {
    coverage(period: $period, groupBy: $by) {
      period {
        from
        to
      }
      recordedSince
      targetList {
        id
        name {
          en
          ur
        }
        approvedOn
      }
      ...CoverageTable_coverage
    }
  }
`);

/** Whom we met, and who was left out; what is open beside it stands in the address. */
export function CoveragePage() {
  const { t } = useWords();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const span = spanOf(params.get("period"));
  const period = periodOf(span, today());
  const by = groupingOf(params.get("by"));
  const [{ data, error }, ask] = useQuery({
    query: CoverageQuery,
    variables: { period, by: [by] },
  });

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
            <ToMeet list={coverage.targetList} />
            <p>{t(enumKey("coverage.view", viewer.role, "coverage.view.PARTNER"))}</p>
          </>
        ) : null
      }
    >
      <Choice
        label={t("coverage.choosePeriod")}
        value={span}
        onChange={(value) => set({ period: value === "year" ? null : value })}
        options={SPANS.map((value) => ({ value, label: t(`coverage.${value}`) }))}
      />
      <Choice
        label={t("coverage.chooseGrouping")}
        value={by}
        onChange={(value) => set({ by: value === "CATEGORY" ? null : value, group: null })}
        options={GROUPINGS.map((value) => ({ value, label: t(`coverage.by.${value}`) }))}
      />
      {error && !coverage ? (
        <ReadFailed retry={() => ask({ requestPolicy: "network-only" })} />
      ) : null}
      {!coverage && !error ? <Skeleton lines={8} /> : null}
      {coverage && !coverage.recordedSince ? (
        <Empty>{t(canLog(viewer) ? "coverage.empty" : noMeetingWord(viewer))}</Empty>
      ) : null}
      {coverage ? (
        <CoverageTable
          coverage={coverage}
          by={by}
          period={period}
          show={isFigureName(figure) ? figure : null}
          group={params.get("group")}
          onOpen={(show, group) => set({ show, group })}
        />
      ) : null}
      {coverage?.recordedSince && viewer.role !== "PARTNER" ? <Missed period={period} /> : null}
    </Page>
  );
}
