//! Lists of lines of work.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use entity::engagement;
use sea_orm::ColumnTrait;

use crate::concepts::access::CtxExt;
use crate::concepts::engagements::face::Engagement;
use crate::concepts::engagements::read::{self, Filter};
use crate::concepts::engagements::wide::{Asked, Wide};
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{list_with, one};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{EngagementStage, OrderDirection};
use crate::kit::graphql::id::{optional_ids, optional_values};
use crate::kit::page::{Key, Limits, Ordering, Place};

/// What a list of lines of work is narrowed to; everything given must hold. An empty list of ids
/// or stages finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct EngagementFilter {
    /// With one of these.
    pub stakeholder_ids: Option<Vec<ID>>,
    /// Led by one of these members.
    pub lead_ids: Option<Vec<ID>>,
    /// In one of these stages.
    pub stages: Option<Vec<EngagementStage>>,
    /// Under one of these.
    pub programme_ids: Option<Vec<ID>>,
    /// On one of these.
    pub topic_ids: Option<Vec<ID>>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

impl EngagementFilter {
    fn checked(self) -> Result<Filter> {
        Ok(Filter {
            stakeholders: optional_ids(self.stakeholder_ids.as_ref())?,
            leads: optional_ids(self.lead_ids.as_ref())?,
            stages: optional_values(self.stages),
            programmes: optional_ids(self.programme_ids.as_ref())?,
            topics: optional_ids(self.topic_ids.as_ref())?,
            is_archived: self.archived.unwrap_or_default(),
        })
    }
}

/// By what a list of lines of work is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum EngagementOrderField {
    /// The first day.
    OpenedOn,
    /// When it was recorded.
    RecordedAt,
}

/// The order of a list of lines of work. Without one: the last opened first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct EngagementOrder {
    /// By what.
    pub field: EngagementOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

impl EngagementOrder {
    fn or_usual(order: Option<Self>) -> Self {
        let field = EngagementOrderField::OpenedOn;
        order.unwrap_or(Self {
            field,
            direction: Some(OrderDirection::Desc),
        })
    }

    fn ordering(self) -> Ordering {
        let key = match self.field {
            EngagementOrderField::OpenedOn => engagement::Column::OpenedOn,
            EngagementOrderField::RecordedAt => engagement::Column::RecordedAt,
        };
        Ordering {
            key: key.into_expr(),
            id: engagement::Column::Id.into_expr(),
            is_descending: self.direction == Some(OrderDirection::Desc),
        }
    }

    fn place(self, row: &engagement::Model) -> Place {
        let key = match self.field {
            EngagementOrderField::OpenedOn => Key::Day(row.opened_on),
            EngagementOrderField::RecordedAt => Key::Instant(row.recorded_at),
        };
        Place { key, id: row.id.0 }
    }
}

/// Reads of lines of work.
#[derive(Default)]
pub struct EngagementsQuery;

/// Reads of lines of work.
#[Object]
impl EngagementsQuery {
    /// A line of work by id; null when there is none, or none that you may see.
    async fn engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Engagement>> {
        one(ctx, &id).await.transpose()
    }

    /// The lines of work that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn engagements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<EngagementFilter>,
        #[graphql(desc = "The order; the last opened first when absent.")] order_by: Option<
            EngagementOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Engagement>> {
        let select = read::select(ctx.viewer()?, filter.unwrap_or_default().checked()?);
        let order = EngagementOrder::or_usual(order_by);
        let limits = Limits::of(first, after, last, before);
        let viewer = ctx.viewer()?;
        let asked = Asked::of(ctx);
        let found = list_with(
            ctx,
            limits,
            select,
            &order.ordering(),
            |select| asked.join(viewer, select),
            |wide: &Wide| order.place(&wide.row),
        )
        .await?;
        let loaders = ctx.loaders()?;
        asked.feed(&loaders, found.iter()).await?;
        found
            .ahead(ctx, &["version"], |wide| [RecordById(wide.row.id.into())])
            .await?;
        Ok(found.connection(|wide| Engagement(wide.row)))
    }
}
