//! Which lines of work are seen, and what is read of them together.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entity::enums::EngagementStage;
use entity::ids::{EngagementId, MemberId, ProgrammeId, StakeholderId, TopicId};
use entity::{engagement, engagement_topic, follow_up_action, meeting_stakeholder, stakeholder};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use crate::concepts::access::Viewer;
use crate::concepts::access::context::Reader;
use crate::concepts::engagements::face::Engagement;
use crate::concepts::people::read::is_archived;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, seen_ids};
use crate::concepts::stakeholders::read::in_scope;
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
    let mut scoped = Condition::all()
        .add(facts)
        .add(Column::ArchivedOn.is_null());
    if viewer.scope.is_empty() {
        return scoped.add(SimpleExpr::from(false));
    }
    if !viewer.scope.programmes.is_empty() {
        scoped = scoped.add(Column::ProgrammeId.is_in(viewer.scope.programmes.iter().copied()));
    }
    let stakeholders = stakeholder::Entity::find()
        .select_only()
        .column(stakeholder::Column::Id)
        .filter(in_scope(viewer));
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
        let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
        let own: Vec<(EngagementId, entity::ids::FollowUpActionId)> =
            follow_ups::read::open(&self.viewer)
                .select_only()
                .column(follow_up_action::Column::EngagementId)
                .column(follow_up_action::Column::Id)
                .filter(follow_up_action::Column::EngagementId.is_in(ids.iter().copied()))
                .into_tuple()
                .all(self.conn())
                .await?;
        let of_meetings: Vec<(EngagementId, entity::ids::FollowUpActionId)> =
            follow_ups::read::open(&self.viewer)
                .select_only()
                .column(meeting_stakeholder::Column::EngagementId)
                .column(follow_up_action::Column::Id)
                .join(
                    sea_orm::JoinType::InnerJoin,
                    follow_ups::read::to_meeting_stakeholder(),
                )
                .join(sea_orm::JoinType::InnerJoin, meetings::read::to_meeting())
                .filter(meetings::read::visible(&self.viewer))
                .filter(meeting_stakeholder::Column::EngagementId.is_in(ids))
                .into_tuple()
                .all(self.conn())
                .await?;
        let tasks: std::collections::HashSet<_> = own.into_iter().chain(of_meetings).collect();
        let mut counts: HashMap<_, usize> = keys.iter().map(|key| (*key, 0)).collect();
        for (engagement, _) in tasks {
            *counts.entry(OpenTasksOf(engagement)).or_default() += 1;
        }
        Ok(counts)
    }
}
