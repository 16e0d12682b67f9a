//! The stakeholders to be met in a period: approved, and then frozen.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::Audience;
use crate::ids::TargetListId;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "target_list")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TargetListId,
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
    pub from_day: NaiveDate,
    pub to_day: NaiveDate,
    /// The day on which it was approved; `None` while it may be changed.
    pub approved_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
