//! One entry a request that changed something or was refused: who, when, what, how it ended.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::enums::Outcome;
use crate::ids::{EntryId, MemberId, UserId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "log_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    pub at: DateTime<Utc>,
    pub actor_id: Option<UserId>,
    /// The member for whom the actor acted; it outlives the member's row.
    pub acting_for: Option<MemberId>,
    /// The act by the name of its mutation.
    pub act: String,
    pub request_key: Option<Uuid>,
    pub outcome: Outcome,
    /// One item a record: which record, its version, which fields, and a salted digest of the whole.
    pub changes: Value,
    /// By the server that wrote it, over all the rest; an entry from before there were signatures
    /// has none.
    #[serde(skip)]
    pub signature: Option<Vec<u8>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
