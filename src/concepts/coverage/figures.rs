//! Figures, each with a way to exactly the records behind it.

use std::collections::BTreeSet;

use async_graphql::{Context, Object, Result, Union};
use entity::ids::{CommitmentId, EngagementId, FollowUpActionId, PersonId, StakeholderId};
use entity::{commitment, engagement, follow_up_action, meeting, person, stakeholder};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::CtxExt;
use crate::concepts::commitments::face::Commitment;
use crate::concepts::coverage::completeness::Only;
use crate::concepts::coverage::links::{Grouping, of_group};
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::read::counted;
use crate::concepts::coverage::rules::keys::Keys;
use crate::concepts::engagements::face::Engagement;
use crate::concepts::follow_ups::face::FollowUpAction;
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::query::MeetingOrder;
use crate::concepts::people::face::Person;
use crate::concepts::records::list_of;
use crate::concepts::records::order::{NameColumns, NameOrder, RecordOrder};
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::AbsenceReason;
use crate::kit::page::{Key, Limits, Ordering, Place};

/// A record that was counted.
#[derive(Union)]
pub enum CountedRecord {
    /// A stakeholder.
    Stakeholder(Stakeholder),
    /// A meeting.
    Meeting(Meeting),
    /// A task.
    FollowUpAction(FollowUpAction),
    /// A line of work.
    Engagement(Engagement),
    /// An ask or a promise.
    Commitment(Commitment),
    /// A person.
    Person(Person),
}

/// Where something was counted: in which days and which group; the whole has no keys.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The days.
    pub period: Period,
    /// By what was grouped.
    pub grouping: Grouping,
    /// Which group.
    pub keys: Keys,
}

/// What a figure counted.
#[derive(Clone, Debug)]
pub enum Counted {
    /// These stakeholders.
    Stakeholders(BTreeSet<StakeholderId>),
    /// Meetings of a group, how many, and which of them.
    Meetings(Cell, u64, Only),
    /// These tasks.
    Tasks(BTreeSet<FollowUpActionId>),
    /// These lines of work.
    Engagements(BTreeSet<EngagementId>),
    /// These asks and promises.
    Commitments(BTreeSet<CommitmentId>),
    /// These people.
    People(BTreeSet<PersonId>),
    /// Nothing, for this reason.
    Absent(AbsenceReason),
}

/// A number with the records behind it.
#[derive(Clone, Debug)]
pub struct Figure(pub Counted);

/// A number, and exactly the records behind it.
#[Object]
impl Figure {
    /// The number; null where `absence` says why there is none.
    async fn value(&self) -> Option<i32> {
        let count = match &self.0 {
            Counted::Stakeholders(ids) => ids.len(),
            Counted::Meetings(_, count, _) => usize::try_from(*count).unwrap_or(usize::MAX),
            Counted::Tasks(ids) => ids.len(),
            Counted::Engagements(ids) => ids.len(),
            Counted::Commitments(ids) => ids.len(),
            Counted::People(ids) => ids.len(),
            Counted::Absent(_) => return None,
        };
        Some(i32::try_from(count).unwrap_or(i32::MAX))
    }

    /// Why there is no number; null where there is one. A number that is not there is not zero.
    async fn absence(&self) -> Option<AbsenceReason> {
        match self.0 {
            Counted::Absent(reason) => Some(reason),
            _ => None,
        }
    }

    /// The records behind the number: as many as it says, and none where there is no number.
    async fn records(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<CountedRecord>> {
        let limits = Limits::of(first, after, last, before);
        match &self.0 {
            Counted::Stakeholders(ids) => stakeholders(ctx, limits, ids).await,
            Counted::Meetings(cell, _, only) => meetings(ctx, limits, cell, *only).await,
            Counted::Tasks(ids) => tasks(ctx, limits, ids).await,
            Counted::Engagements(ids) => engagements(ctx, limits, ids).await,
            Counted::Commitments(ids) => commitments(ctx, limits, ids).await,
            Counted::People(ids) => people(ctx, limits, ids).await,
            Counted::Absent(_) => stakeholders(ctx, limits, &BTreeSet::new()).await,
        }
    }
}

async fn stakeholders(
    ctx: &Context<'_>,
    limits: Limits,
    ids: &BTreeSet<StakeholderId>,
) -> Result<Connection<CountedRecord>> {
    let select =
        stakeholder::Entity::find().filter(stakeholder::Column::Id.is_in(ids.iter().copied()));
    let order = NameOrder::or_usual(None, ctx.viewer()?);
    let ordering = order.ordering(&NameColumns::stakeholder());
    let place = |row: &stakeholder::Model| order.place(row);
    let found = list_of(ctx, "stakeholder", limits, select, &ordering, place).await?;
    Ok(found.connection(|row| CountedRecord::Stakeholder(Stakeholder(row))))
}

async fn people(
    ctx: &Context<'_>,
    limits: Limits,
    ids: &BTreeSet<PersonId>,
) -> Result<Connection<CountedRecord>> {
    let select = person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied()));
    let order = NameOrder::or_usual(None, ctx.viewer()?);
    let ordering = order.ordering(&NameColumns::person());
    let place = |row: &person::Model| order.place(row);
    let found = list_of(ctx, "person", limits, select, &ordering, place).await?;
    Ok(found.connection(|row| CountedRecord::Person(Person(row))))
}

async fn meetings(
    ctx: &Context<'_>,
    limits: Limits,
    cell: &Cell,
    only: Only,
) -> Result<Connection<CountedRecord>> {
    let reader = ctx.reader()?;
    let all = counted(reader, &cell.period, cell.grouping.categories.as_deref());
    let mut select = meeting::Entity::find()
        .filter(all.clone())
        .filter(only.condition(reader.conn().get_database_backend()));
    if !cell.keys.is_empty() {
        let there = of_group(&reader.viewer, all, &cell.grouping, &cell.keys);
        select = select.filter(meeting::Column::Id.in_subquery(there));
    }
    let order = MeetingOrder::or_usual(None);
    let place = |row: &meeting::Model| order.place(row);
    let found = list_of(ctx, "meeting", limits, select, &order.ordering(), place).await?;
    Ok(found.connection(|row| CountedRecord::Meeting(Meeting(row))))
}

async fn tasks(
    ctx: &Context<'_>,
    limits: Limits,
    ids: &BTreeSet<FollowUpActionId>,
) -> Result<Connection<CountedRecord>> {
    use follow_up_action::Column;
    let select = follow_up_action::Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    let ordering = Ordering {
        key: Column::DueOrder.into_expr(),
        id: Column::Id.into_expr(),
        is_descending: false,
    };
    let place = |row: &follow_up_action::Model| Place {
        key: Key::Day(row.due_order),
        id: row.id.0,
    };
    let found = list_of(ctx, "task", limits, select, &ordering, place).await?;
    Ok(found.connection(|row| CountedRecord::FollowUpAction(FollowUpAction(row))))
}

async fn engagements(
    ctx: &Context<'_>,
    limits: Limits,
    ids: &BTreeSet<EngagementId>,
) -> Result<Connection<CountedRecord>> {
    use engagement::Column;
    let select = engagement::Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    let order = RecordOrder::or_usual(None);
    let ordering = order.ordering(Column::RecordedAt, Column::Id);
    let place = |row: &engagement::Model| order.place(row);
    let found = list_of(ctx, "engagement", limits, select, &ordering, place).await?;
    Ok(found.connection(|row| CountedRecord::Engagement(Engagement(row))))
}

async fn commitments(
    ctx: &Context<'_>,
    limits: Limits,
    ids: &BTreeSet<CommitmentId>,
) -> Result<Connection<CountedRecord>> {
    use commitment::Column;
    let select = commitment::Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    let order = RecordOrder::or_usual(None);
    let ordering = order.ordering(Column::RecordedAt, Column::Id);
    let place = |row: &commitment::Model| order.place(row);
    let found = list_of(ctx, "commitment", limits, select, &ordering, place).await?;
    Ok(found.connection(|row| CountedRecord::Commitment(Commitment(row))))
}
