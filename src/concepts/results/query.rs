//! Lists of target lists.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::target_list;

use crate::concepts::access::CtxExt;
use crate::concepts::records::order::{NameColumns, NameOrder};
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{list, one};
use crate::concepts::results::face::TargetList;
use crate::concepts::results::read::{self, Filter, StakeholdersOfList};
use crate::kit::graphql::connection::Connection;
use crate::kit::page::Limits;

/// What a list of target lists is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct TargetListFilter {
    /// Words, each of which begins a word of the name, in either script.
    pub search: Option<String>,
    /// True: approved ones only. False: those not approved yet.
    pub is_approved: Option<bool>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

/// Reads of target lists.
#[derive(Default)]
pub struct TargetListsQuery;

/// Reads of target lists.
#[Object]
impl TargetListsQuery {
    /// A target list by id; null when there is none, or none that you may see.
    async fn target_list(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<TargetList>> {
        one(ctx, &id).await.transpose()
    }

    /// The target lists that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn target_lists(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<TargetListFilter>,
        #[graphql(desc = "The order; by name in your language when absent.")] order_by: Option<
            NameOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<TargetList>> {
        let viewer = ctx.viewer()?;
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            search: filter.search,
            is_approved: filter.is_approved,
            is_archived: filter.archived.unwrap_or_default(),
        };
        let select = read::select(viewer, &filter);
        let order = NameOrder::or_usual(order_by, viewer);
        let limits = Limits::of(first, after, last, before);
        let ordering = order.ordering(&NameColumns::target_list());
        let place = |row: &target_list::Model| order.place(row);
        let found = list(ctx, limits, select, &ordering, place).await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["stakeholders"], |row| [StakeholdersOfList(row.id)])
            .await?;
        Ok(found.connection(TargetList))
    }
}
