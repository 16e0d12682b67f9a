//! Lists of tasks.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use entity::follow_up_action;
use sea_orm::ColumnTrait;

use crate::concepts::access::CtxExt;
use crate::concepts::access::context::Reader;
use crate::concepts::engagements::read::EngagementById;
use crate::concepts::follow_ups::face::FollowUpAction;
use crate::concepts::follow_ups::read::{self, Filter, HelpersOf};
use crate::concepts::meetings::query::PeriodInput;
use crate::concepts::meetings::read::{MeetingById, WithOf};
use crate::concepts::people::read::PersonById;
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{list, one};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{FollowUpStatus, OrderDirection};
use crate::kit::graphql::id::{optional_ids, optional_values};
use crate::kit::graphql::scalars::Day;
use crate::kit::page::{Key, Limits, Ordering, Place};
use crate::kit::user_error::Path;

/// What a list of tasks is narrowed to; everything given must hold. An empty list of ids or
/// statuses finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct FollowUpActionFilter {
    /// True: those that you own.
    pub mine: Option<bool>,
    /// Owned by one of these people.
    pub owner_ids: Option<Vec<ID>>,
    /// About one of these: out of a meeting with it, or of a line of work with it.
    pub stakeholder_ids: Option<Vec<ID>>,
    /// Out of one of these.
    pub meeting_ids: Option<Vec<ID>>,
    /// Of one of these.
    pub engagement_ids: Option<Vec<ID>>,
    /// In one of these.
    pub statuses: Option<Vec<FollowUpStatus>>,
    /// Completed on one of these days.
    pub completed_in: Option<PeriodInput>,
    /// True: past their day. False: not past it. Due today is not overdue.
    pub is_overdue: Option<bool>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

impl FollowUpActionFilter {
    fn checked(self, reader: &Reader) -> Result<Filter> {
        let mut owners = optional_ids(self.owner_ids.as_ref())?;
        if self.mine == Some(true) {
            let me = reader.viewer.person;
            let is_asked = owners.is_none_or(|owners| owners.contains(&me));
            owners = Some(if is_asked { vec![me] } else { Vec::new() });
        }
        let completed_in = self.completed_in;
        if let Some(period) = completed_in {
            period.check(&Path::root().field("filter").field("completedIn"))?;
        }
        Ok(Filter {
            owners,
            stakeholders: optional_ids(self.stakeholder_ids.as_ref())?,
            meetings: optional_ids(self.meeting_ids.as_ref())?,
            engagements: optional_ids(self.engagement_ids.as_ref())?,
            statuses: optional_values(self.statuses),
            completed_in: completed_in.map(|period| {
                let day = |day: Option<Day>| day.map(|day| day.0);
                (day(period.from), day(period.to))
            }),
            is_overdue: self.is_overdue,
            is_archived: self.archived.unwrap_or_default(),
        })
    }
}

/// By what a list of tasks is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUpActionOrderField {
    /// The day by which it is due; what has none comes last.
    DueOn,
    /// When it was recorded.
    RecordedAt,
}

/// The order of a list of tasks. Without one: the first due first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct FollowUpActionOrder {
    /// By what.
    pub field: FollowUpActionOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

impl FollowUpActionOrder {
    fn or_usual(order: Option<Self>) -> Self {
        order.unwrap_or(Self {
            field: FollowUpActionOrderField::DueOn,
            direction: None,
        })
    }

    fn ordering(self) -> Ordering {
        let key = match self.field {
            FollowUpActionOrderField::DueOn => follow_up_action::Column::DueOrder,
            FollowUpActionOrderField::RecordedAt => follow_up_action::Column::RecordedAt,
        };
        Ordering {
            key: key.into_expr(),
            id: follow_up_action::Column::Id.into_expr(),
            is_descending: self.direction == Some(OrderDirection::Desc),
        }
    }

    fn place(self, row: &follow_up_action::Model) -> Place {
        let key = match self.field {
            FollowUpActionOrderField::DueOn => Key::Day(row.due_order),
            FollowUpActionOrderField::RecordedAt => Key::Instant(row.recorded_at),
        };
        Place { key, id: row.id.0 }
    }
}

/// Reads of tasks.
#[derive(Default)]
pub struct FollowUpsQuery;

/// Reads of tasks.
#[Object]
impl FollowUpsQuery {
    /// A task by id; null when there is none, or none that you may see.
    async fn follow_up_action(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<FollowUpAction>> {
        one(ctx, &id).await.transpose()
    }

    /// The tasks that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn follow_up_actions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<FollowUpActionFilter>,
        #[graphql(desc = "The order; the first due first when absent.")] order_by: Option<
            FollowUpActionOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<FollowUpAction>> {
        let reader = ctx.reader()?;
        let filter = filter.unwrap_or_default().checked(reader)?;
        let select = read::select(&reader.viewer, filter, reader.today);
        let order = FollowUpActionOrder::or_usual(order_by);
        let limits = Limits::of(first, after, last, before);
        let found = list(ctx, limits, select, &order.ordering(), |row| {
            order.place(row)
        })
        .await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["owner"], |row| [PersonById(row.owner_id)])
            .await?;
        found
            .ahead(ctx, &["helpers"], |row| [HelpersOf(row.id)])
            .await?;
        let meeting = ["meeting", "stakeholders"];
        found
            .ahead(ctx, &meeting, |row| row.meeting_id.map(MeetingById))
            .await?;
        found
            .ahead(ctx, &["stakeholders"], |row| row.meeting_id.map(WithOf))
            .await?;
        let engagement = ["engagement", "stakeholders"];
        found
            .ahead(ctx, &engagement, |row| {
                row.engagement_id.map(EngagementById)
            })
            .await?;
        Ok(found.connection(FollowUpAction))
    }
}
