//! The policy: who may do what, in one table. Docs and tests are made from it.

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

/// On which records a role may do a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// On none.
    No,
    /// On those that she recorded herself, or somebody else for her.
    Recorded,
    /// On those whose people she is one of: recorded it, attended, leads, owns, helps, gave.
    OfRecord,
    /// On those that she recorded herself, which is how a task is given, and on tasks that she
    /// owns.
    GaveOrOwns,
    /// On meetings that she recorded or attended, and on what came of these. Who told of a meeting
    /// is one of its people and reads it, but changes nothing of it by that.
    OfMeeting,
    /// On all that she may see.
    Yes,
}

macro_rules! acts {
    ($($(#[$doc:meta])* $act:ident $name:literal
        { coordinator: $coordinator:ident, member: $member:ident, aide: $aide:ident, partner: $partner:ident, admin: $admin:ident },)+) => {
        /// Everything that can be done, by the name of its mutation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Act { $($(#[$doc])* $act,)+ }

        impl Act {
            /// All acts.
            pub const ALL: &'static [Self] = &[$(Self::$act),+];

            /// The name in the schema and in the log.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$act => $name,)+ }
            }

            /// What the table says.
            #[must_use]
            pub fn rule(self, role: Role) -> Rule {
                match (self, role) {
                    $((Self::$act, Role::Coordinator) => Rule::$coordinator,
                      (Self::$act, Role::Member) => Rule::$member,
                      (Self::$act, Role::Aide) => Rule::$aide,
                      (Self::$act, Role::Partner) => Rule::$partner,
                      (Self::$act, Role::Admin) => Rule::$admin,)+
                }
            }
        }
    };
}

acts! {
    /// Adds a topic.
    CreateTopic "createTopic" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Renames a topic.
    UpdateTopic "updateTopic" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Adds a person.
    CreatePerson "createPerson" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Changes what is known of a person.
    UpdatePerson "updatePerson" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Says that a person holds a post.
    AddPost "addPost" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Says that a person holds a post no longer.
    EndPost "endPost" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Takes a person into the caucus.
    CreateMember "createMember" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Changes a membership, its terms and parties.
    UpdateMember "updateMember" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Adds an office or organisation.
    CreateStakeholder "createStakeholder" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Changes an office or organisation.
    UpdateStakeholder "updateStakeholder" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Adds a programme.
    CreateProgramme "createProgramme" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Opens a line of work with a stakeholder.
    OpenEngagement "openEngagement" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Logs a meeting that took place, with all that came of it.
    LogMeeting "logMeeting" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Changes what is said of a meeting, who took part and who may see it.
    UpdateMeeting "updateMeeting" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Says which office a text stands for, which is a part of `updateMeeting` and goes with it:
    /// she could have logged the meeting with that office.
    MatchStakeholder "updateMeeting.match" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Records a decision of a meeting that is logged already.
    RecordDecision "recordDecision" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Sets a decision right.
    UpdateDecision "updateDecision" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Sets a commitment right.
    UpdateCommitment "updateCommitment" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Records an ask or a promise.
    RecordCommitment "recordCommitment" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Records an ask or a promise that came out of a meeting, which is a part of
    /// `recordCommitment`: who records it is one of its people and may judge it.
    RecordCommitmentOfMeeting "recordCommitment.meetingId" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Says to where a commitment has come.
    AdvanceCommitment "advanceCommitment" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Puts an amount on the ladder of a commitment.
    RecordAmount "recordAmount" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Takes an amount off the ladder; whoever may not on all, her own alone.
    RemoveAmount "removeAmount" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Takes back the last step of a commitment; whoever may not on all, her own step alone.
    UndoCommitmentStep "undoCommitmentStep" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Lets partners see a record or its words, by its audience, by bringing what is open to
    /// partners into their scope, or by writing other words where partners read these. Facts of
    /// what is open, such as a title or what was promised, are set right by whoever may change it:
    /// a figure that partners read must not stay wrong, and the log tells who set it right.
    ShareWithPartners "audience: PARTNERS" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Gives somebody a task.
    AssignFollowUp "assignFollowUp" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Sets a task right, or gives it to somebody else.
    UpdateFollowUp "updateFollowUp" { coordinator: Yes, member: GaveOrOwns, aide: GaveOrOwns, partner: No, admin: No },
    /// Ticks a task.
    CompleteFollowUp "completeFollowUp" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Unticks a task.
    ReopenFollowUp "reopenFollowUp" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Takes a record out of the lists.
    Archive "archive" { coordinator: Yes, member: Recorded, aide: Recorded, partner: No, admin: No },
    /// Puts an archived record back.
    Restore "restore" { coordinator: Yes, member: Recorded, aide: Recorded, partner: No, admin: No },
    /// Lets a user act for her.
    LetActForMe "letActForMe" { coordinator: No, member: Yes, aide: No, partner: No, admin: No },
    /// Ends that a user acts for her.
    EndActingForMe "endActingForMe" { coordinator: No, member: Yes, aide: No, partner: No, admin: No },
    /// Confirms what somebody else recorded for her.
    Confirm "confirm" { coordinator: No, member: Recorded, aide: No, partner: No, admin: No },
}

/// Fields that not every role reads, though it may see the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Phone numbers and e-mail of a person.
    PersonContact,
    /// Who in the caucus keeps up the relation with a stakeholder.
    StakeholderOwner,
    /// Who holds posts at a stakeholder.
    StakeholderPosts,
    /// Names of offices as they were written, matched or not yet.
    Unmatched,
    /// Who recorded a thing, from whom she has it, and when she recorded a part of it.
    Provenance,
    /// Counts of people so small that they could point to one.
    SmallCounts,
    /// Where a commitment stands as the caucus judges it, and how much of it was approved,
    /// budgeted, released and spent, until that is shared.
    JudgedStatus,
    /// How far the log goes.
    LogHead,
    /// The address with which a user signs in.
    UserEmail,
    /// Who may act for a member, but for the member herself.
    ActingGrants,
}

/// Whether a role reads a field of a record that she may see.
#[must_use]
pub fn may_read(role: Role, field: Field) -> bool {
    match (field, role) {
        (Field::LogHead | Field::UserEmail | Field::ActingGrants, Role::Member | Role::Aide)
        | (
            Field::LogHead
            | Field::PersonContact
            | Field::StakeholderOwner
            | Field::StakeholderPosts
            | Field::Unmatched
            | Field::Provenance
            | Field::SmallCounts
            | Field::JudgedStatus
            | Field::UserEmail
            | Field::ActingGrants,
            Role::Partner,
        ) => false,
        (_, Role::Coordinator | Role::Member | Role::Aide | Role::Admin) => true,
    }
}

/// Refuses to narrow a list by a field that the viewer may not read: a filter on it would tell
/// what it holds.
///
/// # Errors
/// `FORBIDDEN`.
pub fn may_filter(viewer: &Viewer, field: Field, is_given: bool) -> Result<(), UserError> {
    if !is_given || may_read(viewer.role, field) {
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
    let message = format!("You may not do this ({}). Ask a coordinator.", act.name());
    UserError::new(UserErrorCode::Forbidden, &Path::root(), message).into()
}

/// The answer for what is absent and for what may not be seen alike.
#[must_use]
pub fn not_found() -> WriteError {
    let message = "There is no such record, or none that you may see.";
    UserError::new(UserErrorCode::NotFound, &Path::root().field("id"), message).into()
}
