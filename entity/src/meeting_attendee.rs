//! The people invited to or present at a meeting.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Attendance, AttendeeRole, Capacity};
use crate::ids::{MeetingId, PartId, PersonId, StakeholderId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_attendee")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub meeting_id: MeetingId,
    pub position: i32,
    pub person_id: PersonId,
    pub capacity: Capacity,
    /// For whom the person was there, when the capacity is a stakeholder's.
    pub stakeholder_id: Option<StakeholderId>,
    pub role: AttendeeRole,
    pub attendance: Attendance,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
