//! Why a stakeholder need not be met for a time: for coordinators alone.

use chrono::NaiveDate;
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::StandingReasonKind;
use crate::ids::{PartId, StakeholderId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "standing_reason")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PartId,
    pub stakeholder_id: StakeholderId,
    pub kind: StandingReasonKind,
    pub why: Option<Text>,
    /// The first day on which it stands.
    pub from_day: NaiveDate,
    /// The last day on which it stands.
    pub until_day: NaiveDate,
    /// The day from which it stands no longer, where it was ended before it ran out.
    pub ended_on: Option<NaiveDate>,
}

impl Model {
    /// Whether it stands on a day.
    #[must_use]
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.from_day <= day && day <= self.until_day && self.ended_on.is_none_or(|on| day < on)
    }
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
