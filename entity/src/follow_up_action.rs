//! What someone is to do, and by when.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, FollowUpStatus, Priority};
use crate::ids::{CommitmentId, DecisionId, EngagementId, FollowUpActionId, MeetingId, PersonId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up_action")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FollowUpActionId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub title: Text,
    pub owner_id: PersonId,
    pub due_on: Option<NaiveDate>,
    /// `due_on`, or the last day of the year 9999 without one, so that lists order by a column that
    /// is never null.
    #[serde(skip_serializing)]
    pub due_order: NaiveDate,
    pub priority: Priority,
    pub status: FollowUpStatus,
    pub opened_on: NaiveDate,
    pub completed_on: Option<NaiveDate>,
    pub position: i32,
    pub meeting_id: Option<MeetingId>,
    pub decision_id: Option<DecisionId>,
    pub commitment_id: Option<CommitmentId>,
    pub engagement_id: Option<EngagementId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
