//! Other names by which a stakeholder is found.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{PartId, StakeholderId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "stakeholder_alias")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub stakeholder_id: StakeholderId,
    pub position: i32,
    pub alias: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
