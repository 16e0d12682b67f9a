//! What was promised or asked, at a meeting or outside one.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Audience, CommitmentDirection, CommitmentKind, CommitmentStatus};
use crate::ids::{CommitmentId, DecisionId, DocumentId, MeetingId, PersonId};
use crate::text::Text;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "commitment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CommitmentId,
    pub audience: Audience,
    pub words_audience: Audience,
    pub recorded_at: DateTime<Utc>,
    pub archived_on: Option<NaiveDate>,
    pub meeting_id: Option<MeetingId>,
    pub position: i32,
    pub direction: CommitmentDirection,
    pub text: Text,
    pub due_on: Option<NaiveDate>,
    /// Of what sort it is; `None` until somebody says so.
    pub kind: Option<CommitmentKind>,
    /// Where it stands by the caucus's judgement; `None` while it stands as it was made.
    pub status: Option<CommitmentStatus>,
    /// The day of the last step by the caucus's judgement; `None` while there is none.
    pub judged_on: Option<NaiveDate>,
    /// Where it stands by the word of who owes it; `None` while that has said nothing.
    pub reported: Option<CommitmentStatus>,
    pub is_vague: Option<bool>,
    /// What it is for.
    pub purpose: Option<Text>,
    /// The day on which it was said; `None` where that is the day of its meeting.
    pub said_on: Option<NaiveDate>,
    pub said_by_id: Option<PersonId>,
    /// The ask that it answers.
    pub answers_id: Option<CommitmentId>,
    /// The commitment that announced the same money before.
    pub repeats_id: Option<CommitmentId>,
    pub decision_id: Option<DecisionId>,
    /// Since when partners read where it stands by the caucus's judgement; `None` while they do not.
    pub status_shared_on: Option<NaiveDate>,
    /// The day on which who holds the office changed since it was promised; `None` where nobody did.
    pub inherited_on: Option<NaiveDate>,
    /// By when the new holder is to say it again.
    pub reconfirm_by: Option<NaiveDate>,
    /// The day on which the new holder said it again; `None` until then.
    pub reconfirmed_on: Option<NaiveDate>,
    /// The letter or paper in which it stands; it is never out of a meeting too.
    pub document_id: Option<DocumentId>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
