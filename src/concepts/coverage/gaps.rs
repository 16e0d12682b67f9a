//! Whom we miss, as the API shows it.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use entity::ids::{MemberId, StakeholderId};
use entity::{member, stakeholder, standing_reason};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::concepts::access::context::{Reader, prime};
use crate::concepts::access::{CtxExt, Field, may_filter, may_read};
use crate::concepts::coverage::face::span;
use crate::concepts::coverage::last_met::{Whose, last_met};
use crate::concepts::coverage::links::Grouping;
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::read::{contacts, offices, recorded_since};
use crate::concepts::coverage::rules::count;
use crate::concepts::coverage::rules::gaps::{self as rules, Gap as Missed, Step, Why};
use crate::concepts::coverage::rules::keys::Measure;
use crate::concepts::coverage::scope::list_of;
use crate::concepts::meetings::query::PeriodInput;
use crate::concepts::members;
use crate::concepts::records::seen;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::concepts::stakeholders::read::StakeholderById;
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::StakeholderCategory;
use crate::kit::graphql::id::{optional_ids, optional_values};
use crate::kit::graphql::scalars::Day;
use crate::kit::page::{Key, Limits, Page, Place};

/// Why a stakeholder is among those whom we miss, the worst first.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "Why")]
pub enum GapReason {
    /// Its last meeting was at least twice as many days ago as its cadence says.
    LongOverdue,
    /// Its last meeting was more days ago than its cadence says.
    Overdue,
    /// It was never met.
    NeverMet,
    /// It was met before, and not in the period.
    NotMet,
    /// In the period it was seen at a public event only.
    PresentOnly,
    /// In the period a meeting was held to which it sent nobody.
    ContactedOnly,
}

/// What can be done next about a stakeholder whom we miss: a suggestion.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "Step")]
pub enum NextStep {
    /// Find a member who keeps up the relation: nobody does.
    AssignOwner,
    /// Ask again: they sent nobody.
    AskAgain,
    /// Agree on a meeting.
    ScheduleMeeting,
}

/// What those whom we miss are narrowed to; everything given must hold. An empty list finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct GapFilter {
    /// Of one of these.
    pub categories: Option<Vec<StakeholderCategory>>,
    /// Kept up by one of these members.
    pub owner_ids: Option<Vec<ID>>,
    /// True: instead of those whom we miss, those who would be among them but for a standing reason.
    /// For coordinators alone.
    pub has_standing_reason: Option<bool>,
}

/// A stakeholder whom we miss.
#[derive(Clone, Debug)]
pub struct Gap(Missed);

/// A stakeholder whom we miss: in scope and not met in the period, its offices folded into it, or
/// its own cadence overdue on the day on which states are judged, whether a target list names it or
/// not. Nobody is missed who is archived on that day, or whose day has not come.
#[Object]
impl Gap {
    /// Who; its owner is who keeps up the relation. Null when you may not see it any more.
    async fn stakeholder(&self, ctx: &Context<'_>) -> Option<Result<Stakeholder>> {
        seen(ctx, Some(self.0.stakeholder)).await
    }

    /// Why it is among them.
    async fn why(&self) -> GapReason {
        self.0.why.into()
    }

    /// The day of the last meeting that it or an office that folds into it attended, judged at the
    /// end of the period or today; null when there is none.
    async fn last_met_on(&self) -> Option<Day> {
        self.0.last_met_on.map(Day)
    }

    /// The days since then; null when there is none.
    async fn days_since_last_meeting(&self) -> Option<i32> {
        self.0.last_met_on.map(|_| to_int(self.0.days))
    }

    /// By how many days its own cadence is overdue; null where it is kept or none was said.
    async fn overdue_by(&self) -> Option<i32> {
        self.0.overdue_by.map(to_int)
    }

    /// What can be done next.
    async fn next_step(&self) -> NextStep {
        self.0.next.into()
    }
}

fn to_int(days: i64) -> i32 {
    i32::try_from(days).unwrap_or(i32::MAX)
}

fn place(gap: &Missed) -> Place {
    let key = Key::Bytes(gap.key());
    let id = gap.stakeholder.0;
    Place { key, id }
}

/// Reads of those whom we miss.
#[derive(Default)]
pub struct GapsQuery;

/// Reads of those whom we miss.
#[Object]
impl GapsQuery {
    /// Whom we miss, the worst first: in scope, as coverage counts it, and not met in the period, or
    /// overdue by its cadence, on the target list or not. An archived one is not missed, though the list
    /// that named it still counts it.
    /// Whom nobody need meet for a standing reason is left out for coordinators, who know of it,
    /// until the reason runs out. Empty for partners.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn gaps(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "The days to be looked at, both ends inside; since the record began when \
                          absent."
        )]
        period: Option<PeriodInput>,
        #[graphql(desc = "Narrows the list.")] filter: Option<GapFilter>,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Gap>> {
        let page = Page::new(&Limits::of(first, after, last, before), ctx.sealer_of("")?)?;
        let gaps = missed(ctx.reader()?, period, filter.unwrap_or_default()).await?;
        let total = u64::try_from(gaps.len()).unwrap_or(u64::MAX);
        let rows = page.cut(gaps, place);
        let keys: Vec<_> = rows
            .iter()
            .map(|gap| StakeholderById(gap.stakeholder))
            .collect();
        let is_asked = ctx.asked_of_nodes("stakeholder");
        prime(&*ctx.loaders()?, is_asked, keys).await?;
        Ok(rows.connection(total, Gap))
    }
}

async fn missed(
    reader: &Reader,
    period: Option<PeriodInput>,
    filter: GapFilter,
) -> Result<Vec<Missed>> {
    let viewer = &reader.viewer;
    may_filter(
        viewer,
        Field::StakeholderStanding,
        filter.has_standing_reason.is_some(),
    )?;
    let owners = optional_ids::<MemberId>(filter.owner_ids.as_ref())?;
    let since = recorded_since(reader, None).await?;
    let period = span(period.unwrap_or_default(), since, reader.today)?;
    if !may_read(viewer.role, Field::Gaps) {
        return Ok(Vec::new());
    }
    let grouping = Grouping {
        dimensions: Vec::new(),
        measure: Measure::ConcernsElseHeldIn,
        categories: optional_values(filter.categories),
        list: list_of(reader, &period).await?.map(Arc::new),
    };
    let offices = offices(reader, &period, since, &grouping).await?;
    let contacts = contacts(reader, &period, &grouping).await?;
    let whole = count(&offices, &contacts, &[])
        .remove(&Vec::new())
        .unwrap_or_default();
    let last = last_met(reader, &period, Whose::All).await?;
    let owned = owned(reader).await?;
    let kept_up = owned.iter().map(|(id, _)| *id).collect();
    let mut gaps = rules::gaps(&offices, &whole, &last, period.as_of, &kept_up);
    if let Some(owners) = owners {
        let by_them = owned.iter().filter(|(_, owner)| owners.contains(owner));
        let by_them: BTreeSet<_> = by_them.map(|(id, _)| *id).collect();
        gaps.retain(|gap| by_them.contains(&gap.stakeholder));
    }
    if may_read(viewer.role, Field::StakeholderStanding) {
        let standing = standing(reader, &period).await?;
        let is_asked = filter.has_standing_reason.unwrap_or_default();
        gaps.retain(|gap| standing.contains(&gap.stakeholder) == is_asked);
    }
    Ok(gaps)
}

/// The stakeholders that somebody keeps up, with whom: as far as the viewer sees her.
async fn owned(reader: &Reader) -> Result<Vec<(StakeholderId, MemberId)>, Fault> {
    use stakeholder::Column;
    let seen = member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .filter(members::read::visible(&reader.viewer));
    Ok(stakeholder::Entity::find()
        .select_only()
        .columns([Column::Id, Column::OwnerId])
        .filter(Column::OwnerId.in_subquery(seen.into_query()))
        .into_tuple()
        .all(reader.conn())
        .await?)
}

/// The stakeholders against whose meeting a reason stands on the day on which states are judged.
async fn standing(reader: &Reader, period: &Period) -> Result<BTreeSet<StakeholderId>, Fault> {
    use standing_reason::Column;
    let on = period.as_of;
    let is_not_ended = Condition::any()
        .add(Column::EndedOn.is_null())
        .add(Column::EndedOn.gt(on));
    let found: Vec<StakeholderId> = standing_reason::Entity::find()
        .select_only()
        .column(Column::StakeholderId)
        .filter(Column::FromDay.lte(on))
        .filter(Column::UntilDay.gte(on))
        .filter(is_not_ended)
        .into_tuple()
        .all(reader.conn())
        .await?;
    Ok(found.into_iter().collect())
}
