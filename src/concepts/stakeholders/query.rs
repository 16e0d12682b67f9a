//! Lists of stakeholders.

use async_graphql::{Context, ID, InputObject, Object, Result};

use crate::concepts::access::{CtxExt, Field, Viewer, may_filter};
use crate::concepts::follow_ups::read::TasksAbout;
use crate::concepts::meetings::last::{LastAttendedBy, LastMeetingWith};
use crate::concepts::people::read::PostsAt;
use crate::concepts::records::order::{NameColumns, NameOrder};
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{list, one};
use crate::concepts::stakeholders::face::Stakeholder;
use crate::concepts::stakeholders::read::{self, DistrictsOf, Filter};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::StakeholderCategory;
use crate::kit::graphql::id::{optional_ids, optional_values};
use crate::kit::page::Limits;

/// What a list of stakeholders is narrowed to; everything given must hold. An empty list of ids
/// or categories finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct StakeholderFilter {
    /// Words, each of which begins a word of a name, short name or alias, in either script.
    pub search: Option<String>,
    /// Of one of these categories.
    pub categories: Option<Vec<StakeholderCategory>>,
    /// In one of these districts.
    pub district_ids: Option<Vec<ID>>,
    /// On one of these topics.
    pub topic_ids: Option<Vec<ID>>,
    /// Directly below one of these.
    pub parent_ids: Option<Vec<ID>>,
    /// Kept up by one of these members.
    pub owner_ids: Option<Vec<ID>>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

impl StakeholderFilter {
    fn checked(self, viewer: &Viewer) -> Result<Filter> {
        may_filter(viewer, Field::StakeholderOwner, self.owner_ids.is_some())?;
        Ok(Filter {
            search: self.search,
            categories: optional_values(self.categories),
            districts: optional_ids(self.district_ids.as_ref())?,
            topics: optional_ids(self.topic_ids.as_ref())?,
            parents: optional_ids(self.parent_ids.as_ref())?,
            owners: optional_ids(self.owner_ids.as_ref())?,
            is_archived: self.archived.unwrap_or_default(),
        })
    }
}

/// Reads of stakeholders.
#[derive(Default)]
pub struct StakeholdersQuery;

/// Reads of stakeholders.
#[Object]
impl StakeholdersQuery {
    /// A stakeholder by id; null when there is none, or none that you may see.
    async fn stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Stakeholder>> {
        one(ctx, &id).await.transpose()
    }

    /// The stakeholders that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn stakeholders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<StakeholderFilter>,
        #[graphql(desc = "The order; by name in your language when absent.")] order_by: Option<
            NameOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Stakeholder>> {
        let viewer = ctx.viewer()?;
        let select = read::select(viewer, filter.unwrap_or_default().checked(viewer)?);
        let order = NameOrder::or_usual(order_by, viewer);
        let limits = Limits::of(first, after, last, before);
        let ordering = order.ordering(&NameColumns::stakeholder());
        let found = list(ctx, limits, select, &ordering, |row| order.place(row)).await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["districts"], |row| [DistrictsOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["posts"], |row| [PostsAt(row.id)])
            .await?;
        found
            .ahead(ctx, &["lastMeeting"], |row| [LastMeetingWith(row.id)])
            .await?;
        found
            .ahead(ctx, &["lastAttended"], |row| [LastAttendedBy(row.id)])
            .await?;
        let tasks = ["openTasks", "overdueTasks"];
        found.ahead(ctx, &tasks, |row| [TasksAbout(row.id)]).await?;
        Ok(found.connection(Stakeholder))
    }
}
