//! Meetings to come, held, and not held.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{
    Audience, MeetingKind, MeetingMode, MeetingStatus, SourceKind, TimePrecision, ToldChannel,
};
use crate::ids::{DistrictId, MeetingId, PersonId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MeetingId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub kind: MeetingKind,
    pub status: MeetingStatus,
    pub title: Option<Text>,
    /// What a search of the title looks through; computed, so that the log does not keep it.
    /// `None` until the program has started once since there are such keys.
    #[serde(skip_serializing)]
    pub title_key: Option<String>,
    /// The same of the names of offices as they were written.
    #[serde(skip_serializing)]
    pub texts_key: Option<String>,
    pub precision: TimePrecision,
    /// Only where the precision is an instant.
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
    /// In the meeting's zone; there at every precision, so that lists order by it.
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// The time zone by its name in the tz database.
    pub zone: String,
    pub mode: MeetingMode,
    pub is_courtesy_call: bool,
    pub held_district_id: Option<DistrictId>,
    pub held_place: Option<String>,
    /// What was said, in the words of who recorded it.
    pub said: Option<Text>,
    pub source_kind: SourceKind,
    pub told_by_id: Option<PersonId>,
    pub told_channel: Option<ToldChannel>,
    pub source_title: Option<String>,
    pub source_publisher: Option<String>,
    pub source_address: Option<String>,
    pub source_day: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
