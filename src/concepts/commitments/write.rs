//! Recording commitments.

use chrono::NaiveDate;
use entity::commitment;
use entity::enums::{Audience, CommitmentDirection};
use entity::ids::{CommitmentId, MeetingId};
use entity::text::Text;
use sea_orm::ConnectionTrait;

use crate::concepts::access::Allowed;
use crate::concepts::log::{Logged, Parts, Tx, Whole, save};
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;

impl Logged for commitment::Model {
    const KIND: Kind = Kind::Commitment;
    const OPEN: &'static [&'static str] = &["meeting_id", "position", "direction", "due_on"];

    async fn parts<C: ConnectionTrait>(&self, _conn: &C) -> Result<Parts, Fault> {
        Ok(Parts::new())
    }
}

/// A commitment to be recorded, after checking.
#[derive(Clone, Debug)]
pub struct NewCommitment {
    /// Its id.
    pub id: CommitmentId,
    /// Who asks or promises whom.
    pub direction: CommitmentDirection,
    /// What.
    pub text: Text,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// Who may see it.
    pub audience: Audience,
    /// Its place among those of the meeting.
    pub position: i32,
    /// The meeting out of which it came.
    pub meeting: MeetingId,
}

/// Records a commitment of a meeting.
///
/// # Errors
/// When the database does not answer.
pub async fn add(tx: &mut Tx, allowed: &Allowed, new: NewCommitment) -> Result<(), Fault> {
    let row = commitment::Model {
        id: new.id,
        audience: new.audience,
        words_audience: new.audience.max(Audience::Present),
        recorded_at: tx.now(),
        archived_on: None,
        meeting_id: Some(new.meeting),
        position: new.position,
        direction: new.direction,
        text: new.text,
        due_on: new.due_on,
    };
    let parent = Some(new.meeting.into());
    save(
        tx,
        allowed,
        None,
        &Whole {
            parent,
            ..Whole::alone(row)
        },
    )
    .await
}
