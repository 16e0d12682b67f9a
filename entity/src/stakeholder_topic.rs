//! What a stakeholder works on.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{StakeholderId, TopicId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "stakeholder_topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stakeholder_id: StakeholderId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic_id: TopicId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
