//! The row under everything that can be asked for by its id: kind, version, audiences, and who
//! recorded it when.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::Audience;
use crate::ids::{MemberId, RecordId, UserId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecordId,
    /// What kind of thing it is, by the word with which the API begins its id.
    pub kind: String,
    /// Raised by one each time the record is saved, from 1.
    pub version: i64,
    /// Raised only when a fact changed: what those see who may not read the words.
    pub facts_version: i64,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    /// The user who first saved it; `None` when the program itself did.
    pub recorded_by: Option<UserId>,
    /// The member for whom the user recorded it; `None` when she acted for herself.
    pub acting_for: Option<MemberId>,
    /// When that member confirmed it, or set it right herself; `None` until then.
    pub confirmed_at: Option<DateTime<Utc>>,
    pub archived_on: Option<NaiveDate>,
    /// Whether it was archived only because the record on which it hangs was; it then comes back
    /// with that.
    pub went_with_parent: bool,
    /// When who wrote its words last withdrew them; `None` where nobody did.
    pub words_withdrawn_at: Option<DateTime<Utc>>,
    /// The record on which this one hangs, whose people are also its own; `None` for one that
    /// stands by itself.
    pub parent_id: Option<RecordId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
