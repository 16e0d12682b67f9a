//! The divisions of the province.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::DivisionId;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "division")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DivisionId,
    pub code: String,
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
