//! Tasks as they are kept: what the log knows of them, giving one, taking one up to change it.

use async_graphql::ID;
use chrono::NaiveDate;
use entity::enums::{Audience, FollowUpStatus, Priority};
use entity::ids::{
    CommitmentId, DecisionId, EngagementId, FollowUpActionId, MeetingId, PersonId, RecordId,
};
use entity::text::Text;
use entity::{follow_up_action, follow_up_helper};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::{self, Allowed, allow_on};
use crate::concepts::log::{Logged, Parts, Tx, Whole, load, part, save};
use crate::concepts::records::expect_version;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::user_error::{Path, WriteError};
use crate::kit::zone::no_day;

impl Logged for follow_up_action::Model {
    const KIND: Kind = Kind::FollowUpAction;
    const OPEN: &'static [&'static str] = &[
        "owner_id",
        "due_on",
        "priority",
        "status",
        "opened_on",
        "completed_on",
        "position",
        "meeting_id",
        "decision_id",
        "commitment_id",
        "engagement_id",
        "helpers",
    ];
    const PARTNERS: &'static [&'static str] = &[
        "title",
        "due_on",
        "priority",
        "status",
        "opened_on",
        "completed_on",
    ];

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        let rows = follow_up_helper::Entity::find()
            .filter(follow_up_helper::Column::FollowUpActionId.eq(self.id))
            .order_by_asc(follow_up_helper::Column::PersonId)
            .all(conn)
            .await?;
        let helpers: Vec<_> = rows.into_iter().map(|row| row.person_id).collect();
        Ok(vec![part("helpers", &helpers)?])
    }
}

/// Out of what a task came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// A meeting.
    pub meeting: Option<MeetingId>,
    /// A decision; its meeting is named as well.
    pub decision: Option<DecisionId>,
    /// A commitment; its meeting is named as well.
    pub commitment: Option<CommitmentId>,
    /// A line of work.
    pub engagement: Option<EngagementId>,
}

impl Origin {
    pub(super) fn parent(self) -> Option<RecordId> {
        self.meeting
            .map(Into::into)
            .or(self.engagement.map(Into::into))
    }
}

/// A task to be given, after checking.
#[derive(Clone, Debug)]
pub struct NewFollowUp {
    /// Its id.
    pub id: FollowUpActionId,
    /// What is to be done.
    pub title: Text,
    /// Who answers for it.
    pub owner: PersonId,
    /// Who helps.
    pub helpers: Vec<PersonId>,
    /// By when.
    pub due_on: Option<NaiveDate>,
    /// How much it presses.
    pub priority: Priority,
    /// Who may see it.
    pub audience: Audience,
    /// Its place among those that came out of the same meeting.
    pub position: i32,
    /// Out of what it came.
    pub origin: Origin,
    /// The day from which it is open.
    pub opened_on: NaiveDate,
}

/// Gives a task.
///
/// # Errors
/// When the database does not answer.
pub async fn add(tx: &mut Tx, allowed: &Allowed, new: NewFollowUp) -> Result<(), Fault> {
    let row = follow_up_action::Model {
        id: new.id,
        audience: new.audience,
        words_audience: new.audience.max(Audience::Present),
        recorded_at: tx.now(),
        archived_on: None,
        title: new.title,
        owner_id: new.owner,
        due_on: new.due_on,
        due_order: new.due_on.unwrap_or_else(no_day),
        priority: new.priority,
        status: FollowUpStatus::Open,
        opened_on: new.opened_on,
        completed_on: None,
        position: new.position,
        meeting_id: new.origin.meeting,
        decision_id: new.origin.decision,
        commitment_id: new.origin.commitment,
        engagement_id: new.origin.engagement,
    };
    let people = std::iter::once(new.owner)
        .chain(new.helpers.iter().copied())
        .collect();
    let parts = vec![part("helpers", &new.helpers)?];
    save(
        tx,
        allowed,
        None,
        &Whole {
            parts,
            people,
            parent: new.origin.parent(),
            ..Whole::alone(row)
        },
    )
    .await?;
    insert_helpers(tx, new.id, new.helpers);
    Ok(())
}

pub(super) fn insert_helpers(
    tx: &mut Tx,
    follow_up_action_id: FollowUpActionId,
    helpers: Vec<PersonId>,
) {
    for person_id in helpers {
        tx.insert(&follow_up_helper::Model {
            follow_up_action_id,
            person_id,
        });
    }
}

/// Takes up a task to change it, as the one who changes it saw it.
pub(super) async fn begin(
    tx: &mut Tx,
    act: access::Act,
    raw: &ID,
    expected: Option<&String>,
) -> Result<(Allowed, Whole<follow_up_action::Model>), WriteError> {
    let mut check = Check::default();
    let id = check.id::<FollowUpActionId>(&Path::root().field("id"), raw);
    let id = check.done_with(id)?;
    let allowed = allow_on(tx, act, id).await?;
    let id: RecordId = id.into();
    expect_version(tx, expected).await?;
    Ok((allowed, load(tx, id).await?))
}
