//! Which offices owe a commitment, and to which it is owed. Where none is named, it is those of
//! its meeting.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::PartySide;
use crate::ids::{CommitmentId, StakeholderId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "commitment_party")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub commitment_id: CommitmentId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub side: PartySide,
    #[sea_orm(primary_key, auto_increment = false)]
    pub stakeholder_id: StakeholderId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
