//! What was promised or asked, at a meeting or outside one.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, CommitmentDirection};
use crate::ids::{CommitmentId, MeetingId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "commitment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommitmentId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub meeting_id: Option<MeetingId>,
    pub position: i32,
    pub direction: CommitmentDirection,
    pub text: Text,
    pub due_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
