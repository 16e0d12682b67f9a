//! Giving a task.

use async_graphql::ID;
use entity::enums::{Audience, Priority};
use entity::ids::{FollowUpActionId, RecordId};
use entity::{commitment, decision, record};
use sea_orm::sea_query::LockType;
use sea_orm::{EntityTrait, QuerySelect};

use crate::concepts::access::policy::audience;
use crate::concepts::access::{self, allow};
use crate::concepts::follow_ups::input::AssignFollowUpInput;
use crate::concepts::follow_ups::write::{NewFollowUp, Origin, add};
use crate::concepts::log::{Act, Tx};
use crate::concepts::members::named::{check_people, check_person, people};
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::RecordKind;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

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
        let helpers = check_people(
            &mut check,
            &mut references,
            &root.field("helperIds"),
            self.helper_ids.as_deref().unwrap_or_default(),
        );
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

/// The record on which a task hangs; its audience is never wider than that. It is held until the
/// task is there, so that who narrows it meanwhile finds the task among what hangs on it.
async fn parent_of(tx: &Tx, origin: Origin) -> Result<Option<record::Model>, Fault> {
    match origin.parent() {
        Some(parent) => Ok(record::Entity::find_by_id(parent)
            .lock(LockType::Share)
            .one(tx.conn())
            .await?),
        None => Ok(None),
    }
}
