//! What a meeting decided.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, DecisionKind, DecisionManner};
use crate::ids::{DecisionId, MeetingId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "decision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DecisionId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub meeting_id: MeetingId,
    pub position: i32,
    pub kind: DecisionKind,
    pub text: Text,
    pub manner: Option<DecisionManner>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
