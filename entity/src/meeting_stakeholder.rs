//! With whom a meeting is or was: a stakeholder, or words until someone matches them to one.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{EngagementId, MeetingId, PartId, StakeholderId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_stakeholder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub meeting_id: MeetingId,
    pub position: i32,
    pub stakeholder_id: Option<StakeholderId>,
    /// As the member wrote it; there when no stakeholder is.
    pub text: Option<String>,
    pub attended: bool,
    /// The line of work with this stakeholder that the meeting served.
    pub engagement_id: Option<EngagementId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
