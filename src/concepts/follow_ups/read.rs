//! Which tasks are seen, and what is read of them together.

use std::collections::{BTreeMap, HashMap};

use async_graphql::dataloader::Loader;
use chrono::NaiveDate;
use entity::enums::FollowUpStatus;
use entity::ids::{EngagementId, FollowUpActionId, MeetingId, PersonId, StakeholderId};
use entity::{engagement, follow_up_action, meeting_stakeholder, person};
use sea_orm::sea_query::{ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    RelationDef, Select,
};

use crate::concepts::access::Viewer;
use crate::concepts::access::context::Reader;
use crate::concepts::follow_ups::face::FollowUpAction;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, is_archived, seen_ids};
use crate::concepts::{engagements, meetings, people};
use crate::kit::fault::Fault;

found!(FollowUpAction(follow_up_action) by FollowUpActionById(FollowUpActionId), visible);

rows_of! {
    /// Asks who helps with a task.
    HelpersOf(FollowUpActionId) => follow_up_helper by FollowUpActionId, ordered by PersonId
}

/// The statuses of a task that still waits.
const OPEN: [FollowUpStatus; 2] = [FollowUpStatus::Open, FollowUpStatus::InProgress];

/// Which tasks a viewer sees: those for her audience, her own, and those of meetings and lines of
/// work that she is part of. A partner sees a task through its meeting or line of work.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use follow_up_action::Column;
    let people_of =
        [Column::Id, Column::MeetingId, Column::EngagementId].map(sea_orm::ColumnTrait::into_expr);
    let facts = crate::concepts::access::visible(viewer, Column::Audience, &people_of);
    if !viewer.is_partner() {
        return facts;
    }
    let engagements = engagement::Entity::find()
        .select_only()
        .column(engagement::Column::Id)
        .filter(engagements::read::visible(viewer));
    Condition::all()
        .add(facts)
        .add(Column::ArchivedOn.is_null())
        .add(
            Condition::any()
                .add(Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)))
                .add(Column::EngagementId.in_subquery(engagements.into_query())),
        )
}

/// The open tasks that a viewer sees, archived ones left out.
#[must_use]
pub fn open(viewer: &Viewer) -> Select<follow_up_action::Entity> {
    follow_up_action::Entity::find()
        .filter(visible(viewer))
        .filter(follow_up_action::Column::ArchivedOn.is_null())
        .filter(follow_up_action::Column::Status.is_in(OPEN))
}

/// From a task to the offices of its meeting.
#[must_use]
pub fn to_meeting_stakeholder() -> RelationDef {
    follow_up_action::Entity::belongs_to(meeting_stakeholder::Entity)
        .from(follow_up_action::Column::MeetingId)
        .to(meeting_stakeholder::Column::MeetingId)
        .into()
}

/// From a task to its line of work.
#[must_use]
pub fn to_engagement() -> RelationDef {
    follow_up_action::Entity::belongs_to(engagement::Entity)
        .from(follow_up_action::Column::EngagementId)
        .to(engagement::Column::Id)
        .into()
}

/// Whether a task is about one of some stakeholders: out of a meeting with it, or of a line of
/// work with it, as far as the viewer sees these.
#[must_use]
pub fn about(viewer: &Viewer, stakeholders: &[StakeholderId]) -> Condition {
    use follow_up_action::Column;
    let meetings = meetings::read::with_seen_of(viewer, stakeholders);
    let engagements = engagement::Entity::find()
        .select_only()
        .column(engagement::Column::Id)
        .filter(engagement::Column::StakeholderId.is_in(stakeholders.iter().copied()))
        .filter(engagements::read::visible(viewer));
    let by_meeting = Condition::all()
        .add(Column::MeetingId.in_subquery(meetings))
        .add(Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)));
    Condition::any()
        .add(by_meeting)
        .add(Column::EngagementId.in_subquery(engagements.into_query()))
}

/// What a list of tasks is narrowed to. An empty list finds nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Owned by one of these.
    pub owners: Option<Vec<PersonId>>,
    /// About one of these.
    pub stakeholders: Option<Vec<StakeholderId>>,
    /// Out of one of these.
    pub meetings: Option<Vec<MeetingId>>,
    /// Of one of these.
    pub engagements: Option<Vec<EngagementId>>,
    /// In one of these.
    pub statuses: Option<Vec<FollowUpStatus>>,
    /// Completed from the one day to the other, both inside; without one, from or to any.
    pub completed_in: Option<(Option<NaiveDate>, Option<NaiveDate>)>,
    /// Past their day, or not.
    pub is_overdue: Option<bool>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The tasks that a viewer sees, narrowed, as of a day.
#[must_use]
pub fn select(
    viewer: &Viewer,
    filter: Filter,
    today: NaiveDate,
) -> Select<follow_up_action::Entity> {
    use follow_up_action::Column;
    let mut all = Condition::all()
        .add(visible(viewer))
        .add(is_archived(Column::ArchivedOn, filter.is_archived));
    if let Some(owners) = filter.owners {
        all = all.add(owned_by(viewer, owners));
    }
    if let Some(stakeholders) = filter.stakeholders {
        all = all.add(about(viewer, &stakeholders));
    }
    if let Some(asked) = filter.meetings {
        all = all.add(Column::MeetingId.in_subquery(meetings::read::seen(viewer, asked)));
    }
    if let Some(asked) = filter.engagements {
        let visible = engagements::read::visible(viewer);
        let seen = seen_ids::<engagement::Entity>(engagement::Column::Id, visible, asked);
        all = all.add(Column::EngagementId.in_subquery(seen));
    }
    if let Some(statuses) = filter.statuses {
        all = all.add(Column::Status.is_in(statuses));
    }
    if let Some((from, to)) = filter.completed_in {
        all = all
            .add(Column::CompletedOn.is_not_null())
            .add_option(from.map(|from| Column::CompletedOn.gte(from)))
            .add_option(to.map(|to| Column::CompletedOn.lte(to)));
    }
    if let Some(is_overdue) = filter.is_overdue {
        // Without a day the order's own day stands far in the future, so nothing is null here.
        let overdue = Column::Status.is_in(OPEN).and(Column::DueOrder.lt(today));
        all = all.add(if is_overdue { overdue } else { overdue.not() });
    }
    follow_up_action::Entity::find().filter(all)
}

/// Whether a task is owned by one of some people, as far as the viewer sees these. That she is
/// herself is no secret, and her own tasks are what is asked for most.
fn owned_by(viewer: &Viewer, owners: Vec<PersonId>) -> SimpleExpr {
    let owner = follow_up_action::Column::OwnerId;
    if owners.iter().all(|owner| *owner == viewer.person) {
        return owner.is_in(owners);
    }
    let visible = people::read::visible(viewer);
    owner.in_subquery(seen_ids::<person::Entity>(
        person::Column::Id,
        visible,
        owners,
    ))
}

/// An open task, in short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenTask {
    /// Which.
    pub id: FollowUpActionId,
    /// By when.
    pub due_on: Option<NaiveDate>,
}

/// Asks for the open tasks about a stakeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TasksAbout(pub StakeholderId);

impl Loader<TasksAbout> for Reader {
    type Value = Vec<OpenTask>;
    type Error = Fault;

    async fn load(&self, keys: &[TasksAbout]) -> Result<HashMap<TasksAbout, Vec<OpenTask>>, Fault> {
        type Row = (StakeholderId, FollowUpActionId, Option<NaiveDate>);
        let ids: Vec<_> = keys.iter().map(|key| key.0).collect();
        let columns = [
            follow_up_action::Column::Id,
            follow_up_action::Column::DueOn,
        ];
        let of_meetings: Vec<Row> = open(&self.viewer)
            .select_only()
            .column(meeting_stakeholder::Column::StakeholderId)
            .columns(columns)
            .join(JoinType::InnerJoin, to_meeting_stakeholder())
            .join(JoinType::InnerJoin, meetings::read::to_meeting())
            .filter(meetings::read::visible(&self.viewer))
            .filter(meeting_stakeholder::Column::StakeholderId.is_in(ids.iter().copied()))
            .into_tuple()
            .all(self.conn())
            .await?;
        let of_engagements: Vec<Row> = open(&self.viewer)
            .select_only()
            .column(engagement::Column::StakeholderId)
            .columns(columns)
            .join(JoinType::InnerJoin, to_engagement())
            .filter(engagements::read::visible(&self.viewer))
            .filter(engagement::Column::StakeholderId.is_in(ids))
            .into_tuple()
            .all(self.conn())
            .await?;
        let mut found: HashMap<_, BTreeMap<_, _>> =
            keys.iter().map(|key| (*key, BTreeMap::new())).collect();
        for (stakeholder, id, due_on) in of_meetings.into_iter().chain(of_engagements) {
            found
                .entry(TasksAbout(stakeholder))
                .or_default()
                .insert(id, due_on);
        }
        let to_tasks = |tasks: BTreeMap<_, _>| {
            tasks
                .into_iter()
                .map(|(id, due_on)| OpenTask { id, due_on })
                .collect()
        };
        Ok(found
            .into_iter()
            .map(|(key, tasks)| (key, to_tasks(tasks)))
            .collect())
    }
}
