//! Those present at a meeting who are counted and not named.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::HeadcountBasis;
use crate::ids::{MeetingId, PartId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub meeting_id: MeetingId,
    pub position: i32,
    pub label: String,
    pub headcount: i32,
    pub women: Option<i32>,
    pub men: Option<i32>,
    pub not_stated: Option<i32>,
    pub basis: HeadcountBasis,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
