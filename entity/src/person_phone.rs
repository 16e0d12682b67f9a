//! The telephone numbers of people.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::PhoneKind;
use crate::ids::{PartId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "person_phone")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub person_id: PersonId,
    pub position: i32,
    /// In international form, from the `+`.
    pub number: String,
    pub kind: PhoneKind,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
