//! Entries that have no link yet. Written by PostgreSQL itself; SQLite, where an entry gets its link
//! in the transaction that writes it, has none.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::EntryId;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "log_waiting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_id: EntryId,
    /// The number of the transaction that wrote the entry.
    pub written_in: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
