//! The bodies and offices that the caucus engages.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, StakeholderCategory};
use crate::ids::{MemberId, StakeholderId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "stakeholder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StakeholderId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub name_en: Option<String>,
    pub name_ur: Option<String>,
    #[serde(skip_serializing)]
    pub sort_en: Vec<u8>,
    #[serde(skip_serializing)]
    pub sort_ur: Vec<u8>,
    #[serde(skip_serializing)]
    pub search_key: String,
    pub short_name: Option<String>,
    pub category: StakeholderCategory,
    /// The body that it is directly a part of.
    pub parent_id: Option<StakeholderId>,
    /// The body at the top of the line of parents, itself when it has none.
    pub institution_id: StakeholderId,
    /// It works in all districts, whether or not any are listed.
    pub is_province_wide: bool,
    /// The member who looks after the relation.
    pub owner_id: Option<MemberId>,
    /// From this day coverage counts it.
    pub in_scope_since: NaiveDate,
    /// The most days that may lie between two meetings with it.
    pub cadence_days: Option<i32>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
