//! A letter or another paper: between whom, of which day, on what.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, DocumentKind};
use crate::ids::DocumentId;
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DocumentId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub kind: DocumentKind,
    /// The day that stands on it.
    pub day: NaiveDate,
    pub subject: Text,
    /// The number that its sender gave it.
    pub reference_number: Option<String>,
    /// The number under which it was entered where it came in.
    pub diary_number: Option<String>,
    pub answers_id: Option<DocumentId>,
    pub reply_due_on: Option<NaiveDate>,
    pub signed_on: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
