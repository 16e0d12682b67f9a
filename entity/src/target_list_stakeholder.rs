//! Whom a target list names.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{StakeholderId, TargetListId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "target_list_stakeholder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub target_list_id: TargetListId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub stakeholder_id: StakeholderId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
