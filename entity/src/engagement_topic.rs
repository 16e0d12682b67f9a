//! What an engagement is about.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{EngagementId, TopicId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "engagement_topic")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub engagement_id: EngagementId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub topic_id: TopicId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
