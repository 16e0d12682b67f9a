//! Which lines of work are seen, and what is read of them together.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entity::enums::EngagementStage;
use entity::ids::{EngagementId, MemberId, ProgrammeId, StakeholderId, TopicId};
use entity::{engagement, engagement_topic, follow_up_action, meeting_stakeholder, stakeholder};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait, Select,
};

use crate::concepts::access::Viewer;
use crate::concepts::access::context::Reader;
use crate::concepts::engagements::face::Engagement;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, is_archived, seen_ids};
use crate::concepts::{follow_ups, meetings, members, programme, stakeholders};
use crate::kit::fault::Fault;

found!(Engagement(engagement) by EngagementById(EngagementId), visible);

rows_of! {
    /// Asks for the other members of a line of work.
    MembersOf(EngagementId) => engagement_member by EngagementId, ordered by MemberId
}

rows_of! {
    /// Asks for the topics of a line of work.
    TopicsOf(EngagementId) => engagement_topic by EngagementId, ordered by TopicId
}

/// Which lines of work a viewer sees: a partner, those for partners, in her programmes, with
/// stakeholders of her categories.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use engagement::Column;
    let facts =
        crate::concepts::access::visible(viewer, Column::Audience, &[Column::Id.into_expr()]);
    if !viewer.is_partner() {
        return facts;
    }
    in_scope(viewer)
        .add(facts)
        .add(Column::ArchivedOn.is_null())
}

/// Which lines of work are in a partner's scope, whether or not she sees them.
#[must_use]
pub fn in_scope(viewer: &Viewer) -> Condition {
    use engagement::Column;
    let mut scoped = Condition::all();
    if viewer.scope.is_empty() {
        return scoped.add(SimpleExpr::from(false));
    }
    if !viewer.scope.programmes.is_empty() {
        scoped = scoped.add(Column::ProgrammeId.is_in(viewer.scope.programmes.iter().copied()));
    }
    let stakeholders = stakeholder::Entity::find()
        .select_only()
        .column(stakeholder::Column::Id)
        .filter(stakeholders::read::in_scope(viewer));
    scoped.add(Column::StakeholderId.in_subquery(stakeholders.into_query()))
}

/// What a list of lines of work is narrowed to. An empty list finds nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// With one of these.
    pub stakeholders: Option<Vec<StakeholderId>>,
    /// Led by one of these.
    pub leads: Option<Vec<MemberId>>,
    /// In one of these stages.
    pub stages: Option<Vec<EngagementStage>>,
    /// Under one of these.
    pub programmes: Option<Vec<ProgrammeId>>,
    /// On one of these.
    pub topics: Option<Vec<TopicId>>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The lines of work that a viewer sees, narrowed.
#[must_use]
pub fn select(viewer: &Viewer, filter: Filter) -> Select<engagement::Entity> {
    use engagement::Column;
    let mut all = Condition::all()
        .add(visible(viewer))
        .add(is_archived(Column::ArchivedOn, filter.is_archived));
    if let Some(asked) = filter.stakeholders {
        let visible = stakeholders::read::visible(viewer);
        let seen = seen_ids::<stakeholder::Entity>(stakeholder::Column::Id, visible, asked);
        all = all.add(Column::StakeholderId.in_subquery(seen));
    }
    if let Some(leads) = filter.leads {
        let visible = members::read::visible(viewer);
        let seen = seen_ids::<entity::member::Entity>(entity::member::Column::Id, visible, leads);
        all = all.add(Column::LeadId.in_subquery(seen));
    }
    if let Some(stages) = filter.stages {
        all = all.add(Column::Stage.is_in(stages));
    }
    if let Some(programmes) = filter.programmes {
        let visible = programme::read::visible(viewer);
        let seen = seen_ids::<entity::programme::Entity>(
            entity::programme::Column::Id,
            visible,
            programmes,
        );
        all = all.add(Column::ProgrammeId.in_subquery(seen));
    }
    if let Some(topics) = filter.topics {
        let on = engagement_topic::Entity::find()
            .select_only()
            .column(engagement_topic::Column::EngagementId)
            .filter(engagement_topic::Column::TopicId.is_in(topics));
        all = all.add(Column::Id.in_subquery(on.into_query()));
    }
    engagement::Entity::find().filter(all)
}

/// Asks how many open tasks a line of work has: its own and those of its meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OpenTasksOf(pub EngagementId);

impl Loader<OpenTasksOf> for Reader {
    type Value = usize;
    type Error = Fault;

    async fn load(&self, keys: &[OpenTasksOf]) -> Result<HashMap<OpenTasksOf, usize>, Fault> {
        let rows: Vec<(EngagementId, i64)> = engagement::Entity::find()
            .select_only()
            .column(engagement::Column::Id)
            .expr_as(open_tasks_of_outer(&self.viewer), "open_tasks")
            .filter(engagement::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .into_tuple()
            .all(self.conn())
            .await?;
        let count = |count| usize::try_from(count).unwrap_or_default();
        let counts = rows
            .into_iter()
            .map(|(id, open)| (OpenTasksOf(id), count(open)));
        Ok(counts.collect())
    }
}

/// How many open tasks the line of work of the row around it has. Looked for row by row, they are
/// found by indexes; in one list for all rows PostgreSQL might read all tasks.
#[must_use]
pub fn open_tasks_of_outer(viewer: &Viewer) -> SimpleExpr {
    let outer = (engagement::Entity, engagement::Column::Id);
    let of = Expr::col((
        follow_up_action::Entity,
        follow_up_action::Column::EngagementId,
    ));
    let under = Expr::col((
        meeting_stakeholder::Entity,
        meeting_stakeholder::Column::EngagementId,
    ));
    let count = || {
        let id = (follow_up_action::Entity, follow_up_action::Column::Id);
        follow_ups::read::open(viewer)
            .select_only()
            .expr(Expr::col(id).count())
    };
    let own = count().filter(of.clone().equals(outer));
    // A meeting is under a line of work through one office at most, so only the line's own tasks
    // could come twice.
    let is_not_own = Condition::any()
        .add(of.clone().is_null())
        .add(of.not_equals(outer));
    let of_meetings = count()
        .join(
            JoinType::InnerJoin,
            follow_ups::read::to_meeting_stakeholder(),
        )
        .join(JoinType::InnerJoin, meetings::read::to_meeting())
        .filter(meetings::read::visible(viewer))
        .filter(under.equals(outer))
        .filter(is_not_own);
    SimpleExpr::from(own.into_query()).add(SimpleExpr::from(of_meetings.into_query()))
}
