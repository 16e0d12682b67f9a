//! One line of work with one stakeholder.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, EngagementStage};
use crate::ids::{EngagementId, MemberId, ProgrammeId, StakeholderId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "engagement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EngagementId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub stakeholder_id: StakeholderId,
    pub title: Text,
    pub purpose: Option<Text>,
    pub stage: EngagementStage,
    pub lead_id: Option<MemberId>,
    pub programme_id: Option<ProgrammeId>,
    pub opened_on: NaiveDate,
    pub concluded_on: Option<NaiveDate>,
    pub outcome: Option<Text>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
