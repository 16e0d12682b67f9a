//! A file on a meeting or a document. Its bytes lie in [`crate::attachment_content`].

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, FileKind};
use crate::ids::{AttachmentId, DocumentId, MeetingId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AttachmentId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub meeting_id: Option<MeetingId>,
    pub document_id: Option<DocumentId>,
    pub kind: FileKind,
    /// `None`, as are the two below, once its words were withdrawn.
    pub name: Option<String>,
    /// How many bytes are kept.
    pub size: Option<i32>,
    /// Of the bytes that are kept, in hexadecimal digits.
    pub sha256: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
