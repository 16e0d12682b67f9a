//! Coverage as the API shows it.

use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::NaiveDate;
use entity::enums::Role;

use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::coverage::completeness::{Completeness, completeness};
use crate::concepts::coverage::counts::CoverageFigures;
use crate::concepts::coverage::cover::{self, Asked};
use crate::concepts::coverage::group::{CoverageDimension, CoverageGroup, DistrictMeasure};
use crate::concepts::coverage::links::Grouping;
use crate::concepts::coverage::period::Period as Span;
use crate::concepts::coverage::read::recorded_since;
use crate::concepts::coverage::rules::keys::{Dimension, Keys, Measure, name_of_group};
use crate::concepts::coverage::rules::spans;
use crate::concepts::coverage::scope::{ScopeSource, list_of};
use crate::concepts::meetings::query::PeriodInput;
use crate::concepts::results::face::TargetList;
use crate::kit::graphql::enums::StakeholderCategory;
use crate::kit::graphql::id::optional_values;
use crate::kit::graphql::scalars::{Day, Instant};
use crate::kit::user_error::{Path, UserError, UserErrorCode};

/// A span of days, both inside.
#[derive(SimpleObject, Clone, Copy, Debug)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl From<Span> for Period {
    fn from(span: Span) -> Self {
        Self {
            from: Day(span.from),
            to: Day(span.to),
        }
    }
}

/// What coverage is narrowed to.
#[derive(InputObject, Clone, Debug, Default)]
pub struct CoverageFilter {
    /// Of one of these; an empty list counts nothing.
    pub categories: Option<Vec<StakeholderCategory>>,
}

/// Whom the caucus reached over a period, how often, and whom it missed.
#[derive(Debug)]
pub struct Coverage {
    period: Span,
    since: Option<NaiveDate>,
    view: &'static str,
    grouping: Grouping,
    total: CoverageFigures,
    groups: Vec<(Keys, CoverageFigures)>,
}

/// Whom the caucus reached over a period, how often, and whom it missed.
#[Object]
impl Coverage {
    /// The days that were counted.
    async fn period(&self) -> Period {
        self.period.into()
    }

    /// The day on which states are judged: the last of the period, or today if that is earlier.
    async fn as_of(&self) -> Day {
        Day(self.period.as_of)
    }

    /// The day of the first held meeting on record; null when there is none.
    async fn recorded_since(&self) -> Option<Day> {
        self.since.map(Day)
    }

    /// How whole the record behind the total is.
    async fn completeness(&self, ctx: &Context<'_>) -> Result<Completeness> {
        let whole = self.total.cell.clone();
        Ok(completeness(ctx.reader()?, whole, self.since).await?)
    }

    /// Whose view it is: what a caller may not see is not counted.
    async fn view(&self) -> &'static str {
        self.view
    }

    /// By what it is said who was to be met.
    async fn scope_source(&self) -> ScopeSource {
        source(&self.grouping)
    }

    /// The approved target list by which that is said; null where there is none for the period that
    /// you may see.
    async fn target_list(&self) -> Option<TargetList> {
        list(&self.grouping)
    }

    /// The figures of the whole. Institutions are counted as you see them: an office whose institution
    /// you may not see counts for itself. So over the same meetings, of which as many are counted, a
    /// partner can be told of more institutions than a coordinator is.
    async fn total(&self) -> CoverageFigures {
        self.total.clone()
    }

    /// One for each group in which something that was asked for is counted: categories in the schema's order,
    /// months and quarters by time, others in no order that says anything. More than 10,000 groups
    /// are refused: the period, the categories or the grouping must be narrowed.
    async fn groups(&self) -> Vec<CoverageGroup> {
        let dimensions = self.grouping.dimensions.as_slice();
        let groups = self.groups.iter();
        groups
            .map(|(keys, figures)| CoverageGroup::of(dimensions, keys, figures.clone()))
            .collect()
    }

    /// The group of this key; null where there is nothing to count in it.
    async fn group(
        &self,
        #[graphql(desc = "Its key, by the same grouping.")] key: String,
    ) -> Option<CoverageGroup> {
        let dimensions = self.grouping.dimensions.as_slice();
        let named = self
            .groups
            .iter()
            .find(|(keys, _)| name_of_group(keys) == key);
        named.map(|(keys, figures)| CoverageGroup::of(dimensions, keys, figures.clone()))
    }

    /// The same over the period before: before a calendar month, quarter, half year or year, the
    /// calendar one before it; before any other, as many days. Null where that begins before the
    /// record does.
    async fn before(&self, ctx: &Context<'_>) -> Option<Result<CoverageBefore>> {
        let (from, to) = spans::before(self.period.from, self.period.to)?;
        if self.since.is_none_or(|since| from < since) {
            return None;
        }
        let found = async {
            let reader = ctx.reader()?;
            let as_of = to.min(reader.today);
            let period = Span {
                from,
                to,
                as_of,
                ..self.period
            };
            let whole = Grouping {
                dimensions: Vec::new(),
                list: list_of(reader, &period).await?.map(Arc::new),
                ..self.grouping.clone()
            };
            let asked = Asked::of(ctx, &[]);
            let (total, _) = cover::figures(reader, period, self.since, &whole, &asked).await?;
            Ok(CoverageBefore {
                period: period.into(),
                scope_source: source(&whole),
                target_list: list(&whole),
                total,
            })
        };
        Some(found.await)
    }
}

/// The whole over the period before.
#[derive(SimpleObject)]
pub struct CoverageBefore {
    /// Its days.
    pub period: Period,
    /// By what it is said who was to be met then.
    pub scope_source: ScopeSource,
    /// The approved target list by which that is said; null where there is none that you may see.
    pub target_list: Option<TargetList>,
    /// The figures of the whole.
    pub total: CoverageFigures,
}

/// Reads of coverage.
#[derive(Default)]
pub struct CoverageQuery;

/// Reads of coverage.
#[Object]
impl CoverageQuery {
    /// Whom we reach, how often, and whom we miss. Figures by activity come with the work plan.
    async fn coverage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The days to be counted, both ends inside.")] period: PeriodInput,
        #[graphql(desc = "Narrows what is counted.")] filter: Option<CoverageFilter>,
        #[graphql(desc = "One or two by which to group; by category when absent.")]
        group_by: Option<Vec<CoverageDimension>>,
        #[graphql(
            desc = "Which district of a meeting is meant; when absent those that it \
                          concerns, else the one in which it was held."
        )]
        district_measure: Option<DistrictMeasure>,
        #[graphql(
            desc = "Counts only what was recorded by that moment, as it reads today; all when \
                          absent."
        )]
        recorded_by: Option<Instant>,
    ) -> Result<Coverage> {
        let reader = ctx.reader()?;
        let dimensions = dimensions(group_by)?;
        let recorded_by = recorded_by.map(|at| at.0);
        let since = recorded_since(reader, recorded_by).await?;
        let period = Span {
            recorded_by,
            ..span(period, since, reader.today)?
        };
        let grouping = Grouping {
            dimensions,
            measure: district_measure.map_or(Measure::ConcernsElseHeldIn, Measure::from),
            categories: optional_values(filter.and_then(|filter| filter.categories)),
            list: list_of(reader, &period).await?.map(Arc::new),
        };
        let places: [&[&str]; 2] = [&["groups", "figures"], &["group", "figures"]];
        let asked = Asked::of(ctx, &places);
        let (total, groups) = cover::figures(reader, period, since, &grouping, &asked).await?;
        Ok(Coverage {
            view: view(ctx.viewer()?),
            period,
            since,
            grouping,
            total,
            groups,
        })
    }
}

fn source(grouping: &Grouping) -> ScopeSource {
    match grouping.list {
        Some(_) => ScopeSource::TargetList,
        None => ScopeSource::ActiveStakeholders,
    }
}

fn list(grouping: &Grouping) -> Option<TargetList> {
    let listed = grouping.list.as_ref();
    listed.map(|listed| TargetList(listed.list.clone()))
}

fn dimensions(asked: Option<Vec<CoverageDimension>>) -> Result<Vec<Dimension>, UserError> {
    let asked = asked.unwrap_or_else(|| vec![CoverageDimension::Category]);
    let asked: Vec<Dimension> = asked.into_iter().map(Into::into).collect();
    match asked.as_slice() {
        [_] => Ok(asked),
        [one, other] if one != other => Ok(asked),
        _ => {
            let at = Path::root().field("groupBy");
            let message = "Coverage is grouped by one thing or by two that differ.";
            Err(UserError::new(UserErrorCode::Invalid, &at, message))
        }
    }
}

pub(super) fn span(
    asked: PeriodInput,
    since: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Span, UserError> {
    let at = Path::root().field("period");
    asked.check(&at)?;
    let to = asked.to.map_or(today, |day| day.0);
    let from = asked
        .from
        .map_or_else(|| since.unwrap_or(to).min(to), |day| day.0);
    if to < from {
        let message = format!("The period ends ({to}) before it starts ({from}).");
        return Err(UserError::new(UserErrorCode::Invalid, &at, message));
    }
    Ok(Span {
        from,
        to,
        as_of: to.min(today),
        recorded_by: None,
    })
}

fn view(viewer: &Viewer) -> &'static str {
    match viewer.role {
        Role::Coordinator => "Of a coordinator: all records.",
        Role::Aide if viewer.is_idle_aide() => "Of an aide who acts for nobody: nothing.",
        Role::Member | Role::Aide => {
            "Of a member: what is for the caucus, and what she is part of."
        }
        Role::Admin => "Of an administrator: what is for the caucus, and what he is part of.",
        Role::Partner => "Of a partner: what is for partners and in her scope.",
    }
}
