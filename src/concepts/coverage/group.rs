//! A group of coverage: what tells it from others, and its figures.

use std::collections::BTreeSet;

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use chrono::{Days, Months, NaiveDate};
use entity::ids::{MeetingId, StakeholderId};

use crate::concepts::coverage::completeness::Only;
use crate::concepts::coverage::face::Period;
use crate::concepts::coverage::figures::{Cell, Counted, Figure};
use crate::concepts::coverage::rules::Group;
use crate::concepts::coverage::rules::cadence::Cadences;
use crate::concepts::coverage::rules::keys::{Dimension, Key, Keys, Measure, name_of_group};
use crate::concepts::coverage::tasks::{Tasks, median};
use crate::concepts::meetings::face::Meeting;
use crate::concepts::programme::face::Programme;
use crate::concepts::records::seen;
use crate::concepts::reference::districts::{District, Division};
use crate::concepts::reference::topics::Topic;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::enums::{AbsenceReason, StakeholderCategory};
use crate::kit::graphql::scalars::Day;

/// By what coverage can be grouped. Stakeholders are in the groups of what they are: their own
/// category, districts and topics, whatever a meeting with them concerned. Meetings are in those
/// of what they touch. By programme, stakeholders are where they were met or a line of work with
/// them stands; letters are under none. By month and quarter all are in scope in each, and tasks count by the day on which
/// they were opened, done ones by that on which they were done.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "Dimension")]
pub enum CoverageDimension {
    /// By category.
    Category,
    /// By institution: the topmost office of the same category.
    Institution,
    /// By office, each for itself and not folded into its institution.
    Stakeholder,
    /// By district. Province-wide is a group of its own, and so is none.
    District,
    /// By division of the districts.
    Division,
    /// By topic.
    Topic,
    /// By programme.
    Programme,
    /// By month.
    Month,
    /// By quarter.
    Quarter,
}

/// Which district of a meeting is meant where coverage is grouped by district or division.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "Measure")]
pub enum DistrictMeasure {
    /// Those that it concerns, else the one in which it was held.
    ConcernsElseHeldIn,
    /// Those that it concerns.
    Concerns,
    /// The one in which it was held.
    HeldIn,
}

/// What tells a group from others in one dimension. Where all but `by` are null, it is what is of
/// none.
#[derive(Clone, Debug)]
pub struct CoverageKey {
    by: Dimension,
    key: Key,
}

/// What tells a group from others in one dimension. Where nothing of it is named, it is what is
/// of none.
#[Object]
impl CoverageKey {
    /// The dimension.
    async fn by(&self) -> CoverageDimension {
        self.by.into()
    }

    /// The category; null where it is grouped by something else.
    async fn category(&self) -> Option<StakeholderCategory> {
        match self.key {
            Key::Category(key) => Some(key.category().into()),
            _ => None,
        }
    }

    /// The institution or office; null where it is grouped by something else.
    async fn stakeholder(&self, ctx: &Context<'_>) -> Option<Result<Stakeholder>> {
        match self.key {
            Key::Stakeholder(id) => seen(ctx, Some(id)).await,
            _ => None,
        }
    }

    /// The district; null where it is of none, of all, or grouped by something else.
    async fn district(&self, ctx: &Context<'_>) -> Option<Result<District>> {
        match self.key {
            Key::District(id) => seen(ctx, Some(id)).await,
            _ => None,
        }
    }

    /// The division; null where it is of none, of all, or grouped by something else.
    async fn division(&self, ctx: &Context<'_>) -> Option<Result<Division>> {
        match self.key {
            Key::Division(id) => seen(ctx, Some(id)).await,
            _ => None,
        }
    }

    /// Whether it is what is of all districts at once.
    async fn is_province_wide(&self) -> bool {
        self.key == Key::ProvinceWide
    }

    /// The topic; null where it is of none, or grouped by something else.
    async fn topic(&self, ctx: &Context<'_>) -> Option<Result<Topic>> {
        match self.key {
            Key::Topic(id) => seen(ctx, Some(id)).await,
            _ => None,
        }
    }

    /// The programme; null where it is of none, or grouped by something else.
    async fn programme(&self, ctx: &Context<'_>) -> Option<Result<Programme>> {
        match self.key {
            Key::Programme(id) => seen(ctx, Some(id)).await,
            _ => None,
        }
    }

    /// The days of the month or quarter; null where it is grouped by something else.
    async fn period(&self) -> Option<Period> {
        let Key::Months(from, months) = self.key else {
            return None;
        };
        let after = from.checked_add_months(Months::new(months))?;
        let to = after.checked_sub_days(Days::new(1))?;
        Some(Period {
            from: Day(from),
            to: Day(to),
        })
    }
}

/// The figures of one group.
#[derive(SimpleObject)]
pub struct CoverageGroup {
    /// What names the group among those of the same grouping.
    pub key: String,
    /// What tells it from others: one for each dimension, in the order in which these were asked
    /// for.
    pub keys: Vec<CoverageKey>,
    /// The category; null where it is grouped by something else.
    pub category: Option<StakeholderCategory>,
    /// Its figures.
    pub figures: CoverageFigures,
}

impl CoverageGroup {
    /// Of its keys.
    #[must_use]
    pub fn of(dimensions: &[Dimension], keys: &Keys, figures: CoverageFigures) -> Self {
        let category = keys.iter().find_map(|key| match key {
            Key::Category(key) => Some(key.category().into()),
            _ => None,
        });
        let each = dimensions.iter().zip(keys);
        Self {
            key: name_of_group(keys),
            keys: each
                .map(|(by, key)| CoverageKey { by: *by, key: *key })
                .collect(),
            category,
            figures,
        }
    }
}

/// The figures of a group or of the whole.
#[derive(Clone, Debug)]
pub struct CoverageFigures {
    /// The stakeholders.
    pub group: Group,
    /// The tasks.
    pub tasks: Tasks,
    /// How many meetings.
    pub meetings: u64,
    /// How cadences stand, or why that is not told.
    pub cadence: Result<Cadences, AbsenceReason>,
    /// The last meeting that one of them attended.
    pub last_meeting: Option<MeetingId>,
    /// Where it was counted.
    pub cell: Cell,
    /// Today.
    pub today: NaiveDate,
}

impl CoverageFigures {
    /// Where nothing was counted.
    #[must_use]
    pub fn none(cell: Cell, today: NaiveDate) -> Self {
        Self {
            group: Group::default(),
            tasks: Tasks::default(),
            meetings: 0,
            cadence: Err(AbsenceReason::NotCollected),
            last_meeting: None,
            cell,
            today,
        }
    }
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

    /// Those contacted only: a letter came from them or went to them, or a meeting was held to which
    /// they sent nobody.
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
        Figure(Counted::Meetings(
            self.cell.clone(),
            self.meetings,
            Only::All,
        ))
    }

    /// Stakeholders whose cadence is kept at the end of the period, or today if that is earlier: the
    /// last meeting that they attended themselves was at most as many days ago as their cadence says.
    /// Every office is for itself, and what it attends does not keep the cadence of its institution;
    /// without a meeting, and before, the days run from that since which it is to be reached. By
    /// month and quarter it is not told.
    async fn cadence_kept(&self) -> Figure {
        self.cadence(|cadences| &cadences.kept)
    }

    /// Those whose cadence is overdue: day N is kept, day N + 1 overdue.
    async fn cadence_overdue(&self) -> Figure {
        self.cadence(|cadences| &cadences.overdue)
    }

    /// Those whose cadence is long overdue: from 2 × N days on. They are not among the overdue.
    async fn cadence_long_overdue(&self) -> Figure {
        self.cadence(|cadences| &cadences.long_overdue)
    }

    /// Tasks about them that were opened in the period.
    async fn tasks_opened(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.opened.clone()))
    }

    /// Tasks about them that were done in the period. Cancelled ones count nowhere.
    async fn tasks_done(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.done.clone()))
    }

    /// Those of the tasks done that were done after their day.
    async fn tasks_late(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.late.clone()))
    }

    /// Tasks about them that are open at the end of the period, or today if that is earlier.
    async fn tasks_open(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.open.clone()))
    }

    /// Tasks of these that are past their day. Due on the day is not overdue.
    async fn tasks_overdue(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.overdue.clone()))
    }

    /// The median of the days that the tasks done took, from the day of opening to the day of
    /// closing; of an even count the mean of the middle two. Null where fewer than ten were done.
    async fn days_to_close(&self) -> Option<f64> {
        median(&self.tasks.days)
    }

    /// Why there are no days to close; null where there are.
    async fn days_to_close_absence(&self) -> Option<AbsenceReason> {
        let absent = median(&self.tasks.days).is_none();
        absent.then_some(AbsenceReason::NotCollected)
    }

    /// The last meeting of the period that one of them attended; null when there is none.
    async fn last_meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        seen(ctx, self.last_meeting).await
    }

    /// The day of the last meeting that one of them attended; null when there is none.
    async fn last_meeting_on(&self) -> Option<Day> {
        self.group.last_day.map(Day)
    }

    /// The days since then, judged at the end of the period or today; null when there is none.
    async fn days_since_last_meeting(&self) -> Option<i32> {
        let until = self.cell.period.to.min(self.today);
        let since = (until - self.group.last_day?).num_days();
        Some(i32::try_from(since).unwrap_or(i32::MAX))
    }
}

impl CoverageFigures {
    fn cadence(&self, of: impl Fn(&Cadences) -> &BTreeSet<StakeholderId>) -> Figure {
        Figure(match &self.cadence {
            Ok(cadences) => Counted::Stakeholders(of(cadences).clone()),
            Err(absence) => Counted::Absent(*absence),
        })
    }
}
