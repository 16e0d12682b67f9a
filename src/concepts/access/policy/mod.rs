//! The policy: who may do what, in one table ([`table`]). Docs and tests are made from it.

pub mod page;
pub mod table;

use entity::enums::{Attendance, Audience, Role};
use entity::ids::{FollowUpActionId, MeetingId, MemberId, RecordId, UserId};
use entity::{follow_up_action, meeting_attendee, record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::viewer::Viewer;
use crate::concepts::log::Tx;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, RecordKind};
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

pub use table::{Act, Field, Rule};

/// Whether a role reads a field of a record that she may see.
#[must_use]
pub fn may_read(role: Role, field: Field) -> bool {
    field.is_read_by(role)
}

/// Whether a role reads what was said in confidence, of its own or of those for whom it acts. An
/// administrator, who does not, gives such a role no way in without a coordinator.
#[must_use]
pub fn opens_words(role: Role) -> bool {
    match role {
        Role::Coordinator | Role::Member | Role::Aide => true,
        Role::Partner | Role::Admin => false,
    }
}

/// Refuses to narrow a list by a field that the viewer may not read: a filter on it would tell
/// what it holds.
///
/// # Errors
/// `FORBIDDEN`.
pub fn may_filter(viewer: &Viewer, field: Field, is_given: bool) -> Result<(), UserError> {
    if !is_given || field.is_read_by(viewer.role) {
        return Ok(());
    }
    let message = "You may not narrow this list by a field that is not for you.";
    Err(UserError::new(
        UserErrorCode::Forbidden,
        &Path::root().field("filter"),
        message,
    ))
}

/// The right to do one thing in one transaction. Nothing else can make one, so a write that
/// asks for it cannot be reached without asking here first.
#[derive(Debug)]
pub struct Allowed {
    act: Act,
}

impl Allowed {
    /// What is allowed.
    #[must_use]
    pub fn act(&self) -> Act {
        self.act
    }
}

/// What the table says to a viewer: an aide has the rights of the member for whom he acts, and
/// acting for nobody he has none.
fn rule_for(viewer: &Viewer, act: Act) -> Rule {
    if viewer.is_idle_aide() {
        return Rule::No;
    }
    act.rule(viewer.role)
}

/// The right to do something that makes a new record.
///
/// # Errors
/// `FORBIDDEN` when her role may not, or may only on records that are there.
pub fn allow(viewer: &Viewer, act: Act) -> Result<Allowed, WriteError> {
    match rule_for(viewer, act) {
        Rule::Yes => Ok(Allowed { act }),
        Rule::No | Rule::Recorded | Rule::OfRecord | Rule::GaveOrOwns | Rule::OfMeeting => {
            Err(forbidden(act))
        }
    }
}

/// The right to do something to a record that is in use. The record is locked until the
/// transaction ends, and what follows speaks of it.
///
/// # Errors
/// As [`allow_on_any`]; `INVALID_TRANSITION` when it is archived.
pub async fn allow_on<I: RecordKind>(tx: &mut Tx, act: Act, id: I) -> Result<Allowed, WriteError> {
    let allowed = allow_on_any(tx, act, I::KIND, RecordId(id.uuid())).await?;
    if tx
        .subject()
        .is_some_and(|record| record.archived_on.is_some())
    {
        let message = format!("This {} is archived; restore it first.", I::KIND.prefix());
        let error = UserError::new(UserErrorCode::InvalidTransition, &Path::root(), message);
        return Err(error.into());
    }
    Ok(allowed)
}

/// The right to do something to a record, in use or archived, of a kind that only its id tells.
/// It is locked as in [`allow_on`].
///
/// # Errors
/// `NOT_FOUND` when there is no such record or none that she may see; `FORBIDDEN` when she may
/// see it but not do this; a fault when the database does not answer.
pub async fn allow_on_any(
    tx: &mut Tx,
    act: Act,
    kind: Kind,
    record: RecordId,
) -> Result<Allowed, WriteError> {
    let rule = rule_for(tx.viewer(), act);
    if rule == Rule::No {
        tx.forbid(kind, record);
        return Err(forbidden(act));
    }
    let found = tx.lock(record).await?;
    let Some(found) = found.filter(|found| found.kind == kind.prefix()) else {
        return Err(not_found());
    };
    let is_allowed = match rule {
        Rule::Yes => true,
        Rule::OfRecord => tx.is_of_record(record).await?,
        Rule::OfMeeting => is_of_meeting(tx, &found).await?,
        Rule::Recorded => is_recorder(tx, &found),
        Rule::GaveOrOwns => is_recorder(tx, &found) || is_owner(tx, record).await?,
        Rule::No => false,
    };
    if is_allowed {
        Ok(Allowed { act })
    } else {
        tx.forbid(kind, record);
        Err(forbidden(act))
    }
}

/// Refuses to take back what somebody else did of a record to one who may not on all records.
///
/// # Errors
/// `FORBIDDEN`.
pub fn must_be_own<I: RecordKind>(
    tx: &mut Tx,
    allowed: &Allowed,
    (by, acting_for): (UserId, Option<MemberId>),
    of: I,
) -> Result<(), WriteError> {
    let viewer = tx.viewer();
    if viewer.recorded(Some(by), acting_for) || rule_for(viewer, allowed.act) == Rule::Yes {
        return Ok(());
    }
    tx.forbid(I::KIND, RecordId(of.uuid()));
    Err(forbidden(allowed.act))
}

fn is_recorder(tx: &Tx, record: &record::Model) -> bool {
    tx.viewer().recorded(record.recorded_by, record.acting_for)
}

/// Whether she recorded a thing, or recorded or attended the meeting that it is or came of.
async fn is_of_meeting(tx: &Tx, found: &record::Model) -> Result<bool, Fault> {
    if is_recorder(tx, found) {
        return Ok(true);
    }
    let parent = match found.parent_id {
        Some(id) => record::Entity::find_by_id(id).one(tx.conn()).await?,
        None => None,
    };
    let meeting = parent.as_ref().unwrap_or(found);
    Ok(is_recorder(tx, meeting) || attended(tx, MeetingId(meeting.id.0)).await?)
}

async fn attended(tx: &Tx, meeting: MeetingId) -> Result<bool, Fault> {
    use meeting_attendee::Column;
    let found = meeting_attendee::Entity::find()
        .filter(Column::MeetingId.eq(meeting))
        .filter(Column::PersonId.eq(tx.viewer().person))
        .filter(Column::Attendance.is_in(Attendance::CAME))
        .one(tx.conn())
        .await?;
    Ok(found.is_some())
}

async fn is_owner(tx: &Tx, task: RecordId) -> Result<bool, Fault> {
    let found = follow_up_action::Entity::find_by_id(FollowUpActionId(task.0))
        .one(tx.conn())
        .await?;
    Ok(found.is_some_and(|row| row.owner_id == tx.viewer().person))
}

/// Whether she may let partners see what they did not see before.
#[must_use]
pub fn shares_with_partners(viewer: &Viewer) -> bool {
    rule_for(viewer, Act::ShareWithPartners) == Rule::Yes
}

/// The audience that was asked for, or the usual one. Only a coordinator lets partners see.
pub fn audience(
    check: &mut Check,
    viewer: &Viewer,
    path: &Path,
    asked: Option<Audience>,
    usual: Audience,
) -> Audience {
    // What partners see already may be said again.
    let is_opened = asked == Some(Audience::Partners) && usual != Audience::Partners;
    if is_opened && !shares_with_partners(viewer) {
        let message = "Only a coordinator lets partners see. Choose the caucus or those present.";
        check.refuse(UserErrorCode::Forbidden, path, message);
    }
    asked.unwrap_or(usual)
}

/// Notes that words were asked to be for more than the facts are, which they never are. What
/// was refused for want of rights already is not named twice.
pub fn words_within(
    check: &mut Check,
    viewer: &Viewer,
    path: &Path,
    asked: Option<Audience>,
    facts: Audience,
) {
    let is_refused = asked == Some(Audience::Partners) && !shares_with_partners(viewer);
    if !is_refused && asked.is_some_and(|words| words < facts) {
        let message = "The words cannot be for more people than the meeting itself.";
        check.refuse(UserErrorCode::Invalid, path, message);
    }
}

fn forbidden(act: Act) -> WriteError {
    let whom = match act.rule(Role::Coordinator) {
        Rule::No => "an administrator",
        _ => "a coordinator",
    };
    let message = format!("You may not do this ({}). Ask {whom}.", act.name());
    UserError::new(UserErrorCode::Forbidden, &Path::root(), message).into()
}

/// The answer for what is absent and for what may not be seen alike.
#[must_use]
pub fn not_found() -> WriteError {
    let message = "There is no such record, or none that you may see.";
    UserError::new(UserErrorCode::NotFound, &Path::root().field("id"), message).into()
}
