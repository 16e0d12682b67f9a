//! Whose sight of a closed record began or ended by an entry of the log, because she became one of its
//! people or of those of what it hangs on, or is none of them any more.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{EntryId, PersonId, RecordId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "log_sight")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_id: EntryId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub record_id: RecordId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// Whether she became one of them.
    pub is_joined: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
