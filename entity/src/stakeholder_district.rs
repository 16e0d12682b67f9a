//! In which districts a stakeholder works.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{DistrictId, StakeholderId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "stakeholder_district")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub stakeholder_id: StakeholderId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub district_id: DistrictId,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
