//! The steps by which a commitment came to where it stands, each with its day and its evidence.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{CommitmentStatus, SourceKind, StepBasis};
use crate::ids::{CommitmentId, DocumentId, MeetingId, MemberId, PartId, UserId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "commitment_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub commitment_id: CommitmentId,
    /// Its place among the steps of the commitment.
    pub position: i32,
    pub basis: StepBasis,
    pub status: CommitmentStatus,
    pub happened_on: NaiveDate,
    /// Why it is thought so.
    pub note: Option<Text>,
    /// The meeting at which it was said.
    pub meeting_id: Option<MeetingId>,
    pub source_kind: Option<SourceKind>,
    pub source_title: Option<String>,
    pub source_publisher: Option<String>,
    pub source_address: Option<String>,
    pub source_day: Option<NaiveDate>,
    pub source_document_id: Option<DocumentId>,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: UserId,
    /// The member for whom the user recorded it; `None` when she acted for herself.
    pub acting_for: Option<MemberId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
