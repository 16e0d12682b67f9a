//! Coverage as the API shows it.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::NaiveDate;
use entity::enums::{Role, StakeholderCategory as Category};
use entity::meeting;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::coverage::figures::{Counted, Figure};
use crate::concepts::coverage::read::{
    self, Period as Span, Tasks, contacts, meetings_by_category, met, offices, recorded_since,
    tasks_by_category,
};
use crate::concepts::coverage::rules::{Group, StakeholderCategoryKey, count};
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::query::PeriodInput;
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::StakeholderCategory;
use crate::kit::graphql::id::optional_values;
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::{Path, UserError, UserErrorCode};

/// A span of days, both inside.
#[derive(SimpleObject, Clone, Copy, Debug)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

/// What coverage is narrowed to.
#[derive(InputObject, Clone, Debug, Default)]
pub struct CoverageFilter {
    /// Of one of these; an empty list counts nothing.
    pub categories: Option<Vec<StakeholderCategory>>,
}

/// The figures of a group or of the whole.
#[derive(Clone, Debug)]
pub struct CoverageFigures {
    group: Group,
    tasks: Tasks,
    meetings: u64,
    period: Span,
    categories: Option<Vec<Category>>,
    today: NaiveDate,
}

/// The figures of a group or of the whole. Institutions are counted: the topmost office of the
/// same category, into which the others fold; the meetings of an office make its institution met.
#[Object]
impl CoverageFigures {
    /// The institutions to be reached: those active since their day, as there is no approved
    /// target list. It is the sum of the four that follow.
    async fn in_scope(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.in_scope.clone()))
    }

    /// Those met: a held, two-way meeting, by phone too, that they attended. Courtesy calls count.
    async fn met(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.met.clone()))
    }

    /// Those contacted only: a meeting was held to which they sent nobody.
    async fn contacted_only(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.contacted_only.clone()))
    }

    /// Those present at a public event only.
    async fn present_only(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.present_only.clone()))
    }

    /// Those not reached.
    async fn not_reached(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.not_reached.clone()))
    }

    /// Meetings held in the period with somebody outside the caucus. A meeting belongs to the day
    /// on which it starts; it counts once in every group that it touches and once in the total,
    /// so groups may add up to more. What was held with stakeholders since archived is counted.
    async fn meetings_held(&self) -> Figure {
        let (period, categories) = (self.period, self.categories.clone());
        Figure(Counted::Meetings(period, categories, self.meetings))
    }

    /// Tasks about them that are open at the end of the period, or today if that is earlier.
    async fn tasks_open(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.open.clone()))
    }

    /// Tasks of these that are past their day. Due on the day is not overdue.
    async fn tasks_overdue(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.overdue.clone()))
    }

    /// The last meeting of the period that one of them attended; null when there is none.
    async fn last_meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        self.group.last_day?;
        let found = async {
            let reader = ctx.reader()?;
            let last = meeting::Entity::find()
                .filter(met(reader, &self.period, self.categories.as_deref()))
                .order_by_desc(meeting::Column::FirstDay)
                .order_by_desc(meeting::Column::Id)
                .one(reader.conn())
                .await
                .map_err(Fault::from)?;
            Ok(last.map(Meeting))
        };
        found.await.transpose()
    }

    /// The day of the last meeting that one of them attended; null when there is none.
    async fn last_meeting_on(&self) -> Option<Day> {
        self.group.last_day.map(Day)
    }

    /// The days since then, judged at the end of the period or today; null when there is none.
    async fn days_since_last_meeting(&self) -> Option<i32> {
        let since = (self.period.to.min(self.today) - self.group.last_day?).num_days();
        Some(i32::try_from(since).unwrap_or(i32::MAX))
    }
}

/// The figures of one category.
#[derive(SimpleObject)]
pub struct CoverageGroup {
    /// The category.
    pub category: StakeholderCategory,
    /// Its figures.
    pub figures: CoverageFigures,
}

/// Whom the caucus reached over a period, how often, and whom it missed.
#[derive(SimpleObject)]
pub struct Coverage {
    /// The days that were counted.
    pub period: Period,
    /// The day on which states are judged: the last of the period, or today if that is earlier.
    pub as_of: Day,
    /// The day of the first held meeting on record; null when there is none.
    pub recorded_since: Option<Day>,
    /// Whose view it is: what a caller may not see is not counted.
    pub view: String,
    /// The figures of the whole.
    pub total: CoverageFigures,
    /// One for each category in which there is something to count, in the schema's order.
    pub groups: Vec<CoverageGroup>,
}

/// Reads of coverage.
#[derive(Default)]
pub struct CoverageQuery;

/// Reads of coverage.
#[Object]
impl CoverageQuery {
    /// Whom we reach, how often, and whom we miss, by category.
    async fn coverage(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The days to be counted, both ends inside.")] period: PeriodInput,
        #[graphql(desc = "Narrows what is counted.")] filter: Option<CoverageFilter>,
    ) -> Result<Coverage> {
        let reader = ctx.reader()?;
        let since = recorded_since(reader).await?;
        let period = span(period, since, reader.today)?;
        let categories = filter.and_then(|filter| filter.categories);
        let categories: Option<Vec<Category>> = optional_values(categories);
        Ok(cover(reader, period, since, categories).await?)
    }
}

fn span(asked: PeriodInput, since: Option<NaiveDate>, today: NaiveDate) -> Result<Span, UserError> {
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
    })
}

async fn cover(
    reader: &Reader,
    period: Span,
    since: Option<NaiveDate>,
    categories: Option<Vec<Category>>,
) -> Result<Coverage, Fault> {
    let is_asked = |key: &StakeholderCategoryKey| {
        categories
            .as_ref()
            .is_none_or(|asked| asked.contains(&key.category()))
    };
    let offices = offices(reader, &period, categories.as_deref()).await?;
    let groups = count(&offices, &contacts(reader, &period).await?);
    let mut meetings = meetings_by_category(reader, &period).await?;
    let mut tasks = tasks_by_category(reader, &period).await?;
    meetings.retain(|key, _| is_asked(key));
    tasks.retain(|key, _| is_asked(key));
    let total = CoverageFigures {
        group: whole(groups.values()),
        tasks: Tasks {
            open: tasks
                .values()
                .flat_map(|tasks| tasks.open.iter().copied())
                .collect(),
            overdue: tasks
                .values()
                .flat_map(|tasks| tasks.overdue.iter().copied())
                .collect(),
        },
        meetings: read::meetings(reader, &period, categories.as_deref()).await?,
        period,
        categories: categories.clone(),
        today: reader.today,
    };
    let keys: std::collections::BTreeSet<_> = groups
        .keys()
        .chain(meetings.keys())
        .chain(tasks.keys())
        .copied()
        .collect();
    let groups = keys.into_iter().map(|key| CoverageGroup {
        category: key.category().into(),
        figures: CoverageFigures {
            group: groups.get(&key).cloned().unwrap_or_default(),
            tasks: tasks.get(&key).cloned().unwrap_or_default(),
            meetings: meetings.get(&key).copied().unwrap_or_default(),
            period,
            categories: Some(vec![key.category()]),
            today: reader.today,
        },
    });
    Ok(Coverage {
        period: Period {
            from: Day(period.from),
            to: Day(period.to),
        },
        as_of: Day(period.as_of),
        recorded_since: since.map(Day),
        view: view(&reader.viewer).to_owned(),
        groups: groups.collect(),
        total,
    })
}

/// All groups together. Institutions are of one category each, so nothing is counted twice.
fn whole<'a>(groups: impl Iterator<Item = &'a Group>) -> Group {
    groups.fold(Group::default(), |mut all, group| {
        all.in_scope.extend(&group.in_scope);
        all.met.extend(&group.met);
        all.contacted_only.extend(&group.contacted_only);
        all.present_only.extend(&group.present_only);
        all.not_reached.extend(&group.not_reached);
        all.last_day = all.last_day.max(group.last_day);
        all
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
