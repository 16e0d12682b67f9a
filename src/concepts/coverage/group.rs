//! A group of coverage: what tells it from others, and its figures.

use async_graphql::{Context, Enum, Object, Result, SimpleObject};
use chrono::{Days, Months};

use crate::concepts::coverage::counts::CoverageFigures;
use crate::concepts::coverage::face::Period;
use crate::concepts::coverage::rules::keys::{Dimension, Key, Keys, Measure, name_of_group};
use crate::concepts::programme::face::Programme;
use crate::concepts::records::seen;
use crate::concepts::reference::districts::{District, Division};
use crate::concepts::reference::topics::Topic;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::enums::StakeholderCategory;
use crate::kit::graphql::scalars::Day;

/// By what coverage can be grouped. Stakeholders are in the groups of what they are: their own
/// category, districts and topics, whatever a meeting with them concerned. Meetings are in those
/// of what they touch; asks and promises in those of the offices with which they are, but by place in
/// each district that benefits, and by programme under that of their meeting; lines of work under
/// their own programme and topics. By programme, stakeholders are where they were met or a line of work with
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
