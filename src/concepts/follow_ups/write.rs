//! Giving, ticking and unticking tasks.

use async_graphql::ID;
use chrono::NaiveDate;
use entity::enums::{Audience, FollowUpStatus, Priority};
use entity::ids::{
    CommitmentId, DecisionId, EngagementId, FollowUpActionId, MeetingId, PersonId, RecordId,
};
use entity::text::Text;
use entity::{commitment, decision, follow_up_action, follow_up_helper, record};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::policy::audience;
use crate::concepts::access::{self, Allowed, allow, allow_on};
use crate::concepts::follow_ups::input::{
    AssignFollowUpInput, CompleteFollowUpInput, ReopenFollowUpInput,
};
use crate::concepts::follow_ups::rules::{Step, after, no_day};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, load, part, save};
use crate::concepts::members::named::{PersonOrMember, check_person, people};
use crate::concepts::records::{References, expect_version};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, RecordKind};
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

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
    fn parent(self) -> Option<RecordId> {
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
            row,
            parts,
            people,
            parent: new.origin.parent(),
        },
    )
    .await?;
    for person_id in new.helpers {
        tx.insert(&follow_up_helper::Model {
            follow_up_action_id: new.id,
            person_id,
        });
    }
    Ok(())
}

impl Act for AssignFollowUpInput {
    const NAME: &'static str = "assignFollowUp";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::AssignFollowUp)?;
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        let id = check.client_id::<FollowUpActionId>(&root.field("id"), self.id.as_ref());
        let title = check.text(&root.field("title"), &self.title);
        let owner = self
            .owner_id
            .as_ref()
            .and_then(|raw| check_person(&mut check, &mut references, &root.field("ownerId"), raw));
        let helpers = self.check_helpers(&mut check, &mut references);
        if let Some(due) = self.due_on {
            check.day(&root.field("dueOn"), due.0);
        }
        let origin = self.check_origin(&mut check, &mut references);
        let wished = audience(
            &mut check,
            tx.viewer(),
            &root.field("audience"),
            self.audience.map(Into::into),
            Audience::Caucus,
        );
        references.look_up(tx, &mut check).await?;
        let origin = complete_origin(tx, origin).await?;
        let parent = parent_of(tx, origin).await?;
        self.check_parent(&mut check, parent.as_ref());
        let title = check.done_with(title)?;
        let owner = match owner {
            Some(owner) => owner.person(tx).await?.unwrap_or(tx.viewer().person),
            None => tx.viewer().person,
        };
        let new = NewFollowUp {
            id: tx.id_or_new(id),
            title,
            owner,
            helpers: people(tx, &helpers).await?,
            due_on: self.due_on.map(|day| day.0),
            priority: self.priority.map_or(Priority::Normal, Into::into),
            audience: parent.map_or(wished, |parent| wished.max(parent.audience)),
            position: 0,
            origin,
            opened_on: tx.today(),
        };
        let id = new.id;
        add(tx, &allowed, new).await?;
        Ok(id.into())
    }
}

impl AssignFollowUpInput {
    fn check_helpers(&self, check: &mut Check, references: &mut References) -> Vec<PersonOrMember> {
        let path = Path::root().field("helperIds");
        let raw = self.helper_ids.as_deref().unwrap_or_default();
        check.at_most(&path, raw.len());
        let named = raw.iter().enumerate();
        named
            .filter_map(|(at, raw)| check_person(check, references, &path.item(at), raw))
            .collect()
    }

    /// That the meeting of a decision or a commitment is in use as well.
    fn check_parent(&self, check: &mut Check, parent: Option<&record::Model>) {
        let through = [
            ("decisionId", &self.decision_id),
            ("commitmentId", &self.commitment_id),
        ];
        for (field, _) in through.iter().filter(|(_, id)| id.is_some()) {
            if parent.is_some_and(|parent| parent.archived_on.is_some()) && check.is_clean() {
                let message = "The meeting it came out of is archived; restore it first.";
                check.refuse(UserErrorCode::Invalid, &Path::root().field(field), message);
            }
        }
    }

    fn check_origin(&self, check: &mut Check, references: &mut References) -> Origin {
        fn one<I: RecordKind>(
            check: &mut Check,
            references: &mut References,
            field: &str,
            raw: Option<&ID>,
        ) -> Option<I> {
            let path = Path::root().field(field);
            let id = check.optional_id(&path, raw);
            references.want(&path, id);
            id
        }
        let given = [
            &self.meeting_id,
            &self.decision_id,
            &self.commitment_id,
            &self.engagement_id,
        ];
        if given.iter().filter(|id| id.is_some()).count() > 1 {
            let message = "Give at most one of meetingId, decisionId, commitmentId, engagementId.";
            check.refuse(UserErrorCode::Invalid, &Path::root(), message);
        }
        Origin {
            meeting: one(check, references, "meetingId", self.meeting_id.as_ref()),
            decision: one(check, references, "decisionId", self.decision_id.as_ref()),
            commitment: one(
                check,
                references,
                "commitmentId",
                self.commitment_id.as_ref(),
            ),
            engagement: one(
                check,
                references,
                "engagementId",
                self.engagement_id.as_ref(),
            ),
        }
    }
}

/// Adds the meeting of a decision or a commitment.
async fn complete_origin(tx: &Tx, mut origin: Origin) -> Result<Origin, Fault> {
    if let Some(id) = origin.decision {
        let found = decision::Entity::find_by_id(id).one(tx.conn()).await?;
        origin.meeting = found.map(|row| row.meeting_id);
    }
    if let Some(id) = origin.commitment {
        let found = commitment::Entity::find_by_id(id).one(tx.conn()).await?;
        origin.meeting = found.and_then(|row| row.meeting_id);
    }
    Ok(origin)
}

/// The record on which a task hangs; its audience is never wider than that.
async fn parent_of(tx: &Tx, origin: Origin) -> Result<Option<record::Model>, Fault> {
    match origin.parent() {
        Some(parent) => Ok(record::Entity::find_by_id(parent).one(tx.conn()).await?),
        None => Ok(None),
    }
}

impl Act for CompleteFollowUpInput {
    const NAME: &'static str = "completeFollowUp";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::CompleteFollowUp;
        let (allowed, before) = begin(tx, act, &self.id, self.expected_version.as_ref()).await?;
        let on = self.on.map_or(tx.today(), |day| day.0);
        let mut check = Check::default();
        check_done_on(&mut check, on, (before.row.opened_on, tx.today()));
        check.done()?;
        step(tx, &allowed, &before, Step::Complete, Some(on)).await
    }
}

/// That a task was done while it was there: not before it was opened, and not after today.
fn check_done_on(check: &mut Check, on: NaiveDate, (opened_on, today): (NaiveDate, NaiveDate)) {
    let path = Path::root().field("on");
    if check.day(&path, on).is_none() {
        return;
    }
    if on > today {
        let message = "A task is done today at the latest; this day is yet to come.";
        check.refuse(UserErrorCode::OutOfRange, &path, message);
    }
    if on < opened_on {
        let message =
            format!("This task was opened on {opened_on}; it was not done on {on}, before that.");
        check.refuse(UserErrorCode::OutOfRange, &path, message);
    }
}

impl Act for ReopenFollowUpInput {
    const NAME: &'static str = "reopenFollowUp";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::ReopenFollowUp;
        let (allowed, before) = begin(tx, act, &self.id, self.expected_version.as_ref()).await?;
        step(tx, &allowed, &before, Step::Reopen, None).await
    }
}

async fn begin(
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

async fn step(
    tx: &mut Tx,
    allowed: &Allowed,
    before: &Whole<follow_up_action::Model>,
    step: Step,
    completed_on: Option<NaiveDate>,
) -> Result<RecordId, WriteError> {
    let Some(status) = after(before.row.status, step) else {
        let message = match step {
            Step::Complete => "This task does not wait to be done any more. Reopen it first.",
            Step::Reopen => "This task is open already.",
        };
        return Err(
            UserError::new(UserErrorCode::InvalidTransition, &Path::root(), message).into(),
        );
    };
    let mut after = before.clone();
    after.row.status = status;
    after.row.completed_on = completed_on;
    save(tx, allowed, Some(before), &after).await?;
    Ok(before.row.id.into())
}
