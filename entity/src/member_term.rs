//! The terms of members in the assembly.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::Seat;
use crate::ids::{DistrictId, MemberId, PartId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "member_term")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub member_id: MemberId,
    /// Which assembly, counted from the first.
    pub assembly: i32,
    pub seat: Seat,
    pub constituency: Option<String>,
    pub district_id: Option<DistrictId>,
    pub from_day: NaiveDate,
    pub to_day: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
