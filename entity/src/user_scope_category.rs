//! The categories of stakeholders whose records a partner may see.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::StakeholderCategory;
use crate::ids::UserId;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "user_scope_category")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub category: StakeholderCategory,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
