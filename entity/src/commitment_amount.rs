//! The amounts of an ask or a promise: rungs of a ladder, by fiscal year, never added to each
//! other.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Currency, Rung, SourceKind};
use crate::ids::{CommitmentId, DocumentId, MemberId, PartId, UserId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "commitment_amount")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub commitment_id: CommitmentId,
    pub rung: Rung,
    /// The year in which the fiscal year begins, on 1 July; `None` where none was named.
    pub fiscal_year: Option<i32>,
    /// In hundredths of the currency.
    pub amount: i64,
    pub currency: Currency,
    pub happened_on: NaiveDate,
    /// The number under which it stands in the PSDP book, the PC-I or the release.
    pub reference: Option<String>,
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
