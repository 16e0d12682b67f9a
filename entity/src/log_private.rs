//! The values behind an entry of the log, kept apart so that they can be erased and the log stay.

use sea_orm::entity::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::ids::{EntryId, RecordId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "log_private")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_id: EntryId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub record_id: RecordId,
    /// What the digest in the entry was salted with.
    pub salt: Vec<u8>,
    pub content: Value,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
