//! A link of the chain over the log: the place of an entry, and a hash of it and all before it.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::EntryId;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "log_link")]
pub struct Model {
    /// From 1, without a gap.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    pub entry_id: EntryId,
    pub hash: Vec<u8>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
