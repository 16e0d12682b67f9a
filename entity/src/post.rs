//! Which person holds or held which post at a stakeholder.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{PersonId, PostId, StakeholderId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "post")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PostId,
    pub person_id: PersonId,
    pub stakeholder_id: StakeholderId,
    pub title_en: Option<String>,
    pub title_ur: Option<String>,
    pub from_day: Option<NaiveDate>,
    /// `None` while the person holds it.
    pub to_day: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
