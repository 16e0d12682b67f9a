//! Who helps with a follow-up action beside its owner.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{FollowUpActionId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up_helper")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub follow_up_action_id: FollowUpActionId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
