//! By record what an entry of the log says: it follows from the entry, and finds it.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, ChangeReach};
use crate::ids::{EntryId, RecordId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "log_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub entry_id: EntryId,
    /// Of what the entry speaks: a record, a user, a token.
    #[sea_orm(primary_key, auto_increment = false)]
    pub record_id: RecordId,
    /// Its kind, by the word with which the API begins its id.
    pub kind: String,
    /// The version that the record has since; `None` where the entry only names it.
    pub version: Option<i64>,
    /// Who sees that it changed, of those who see its facts.
    pub reach: ChangeReach,
    /// Whether its words changed, which those see who read them.
    pub has_words: bool,
    /// Who saw its facts before; `None` where it is new, was only named, or the entry is from before
    /// this was kept.
    pub was_audience: Option<Audience>,
    /// Who sees them since; `None` as before.
    pub is_audience: Option<Audience>,
    /// Who reads its words since; `None` as before.
    pub is_words_audience: Option<Audience>,
    pub was_archived: bool,
    pub is_archived: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
