//! What work is about, such as voter registration.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::Audience;
use crate::ids::TopicId;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TopicId,
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
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
