//! How the caucus judges a stakeholder on a day: for coordinators alone.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, Stance};
use crate::ids::{AssessmentId, StakeholderId, TopicId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "assessment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AssessmentId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub stakeholder_id: StakeholderId,
    pub assessed_on: NaiveDate,
    /// From 1, the least, to 5.
    pub influence: i32,
    /// From 1, the least, to 5.
    pub interest: i32,
    pub stance: Stance,
    /// On which topic; `None` where it is on the aims of the caucus.
    pub topic_id: Option<TopicId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
