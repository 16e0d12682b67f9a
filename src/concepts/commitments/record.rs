//! Recording an ask or a promise outside the logging of a meeting.

use async_graphql::ID;
use entity::enums::Audience;
use entity::ids::{CommitmentId, DecisionId, MeetingId, RecordId};
use entity::{commitment, decision, record};
use sea_orm::sea_query::LockType;
use sea_orm::{EntityTrait, QuerySelect};

use crate::concepts::access::policy::audience;
use crate::concepts::access::{self, allow};
use crate::concepts::commitments::input::RecordCommitmentInput;
use crate::concepts::commitments::terms::check_answer;
use crate::concepts::commitments::write::{add, blank};
use crate::concepts::log::{Act, Tx};
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Act for RecordCommitmentInput {
    const NAME: &'static str = "recordCommitment";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::RecordCommitment)?;
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        let id = check.client_id::<CommitmentId>(&root.field("id"), self.id.as_ref());
        let text = check.text(&root.field("text"), &self.text);
        let due_on = self.due_on;
        let due_on = due_on.and_then(|day| check.day(&root.field("dueOn"), day.0));
        let wished = audience(
            &mut check,
            tx.viewer(),
            &root.field("audience"),
            self.audience.map(Into::into),
            Audience::Caucus,
        );
        let id = tx.id_or_new(id);
        let mut row = commitment::Model {
            due_on,
            ..blank(tx, id, self.direction.into(), wished)
        };
        let terms = self
            .terms
            .check(&mut check, &mut references, &root, &mut row);
        row.meeting_id = check.optional_id(&root.field("meetingId"), self.meeting_id.as_ref());
        references.want::<MeetingId>(&root.field("meetingId"), row.meeting_id);
        row.decision_id = check.optional_id(&root.field("decisionId"), self.decision_id.as_ref());
        references.want::<DecisionId>(&root.field("decisionId"), row.decision_id);
        let seen = references.look_up(tx, &mut check).await?;
        check_answer(tx, &mut check, &root, &seen, &row).await?;
        if check.is_clean() {
            complete_origin(tx, &mut check, &mut row).await?;
        }
        row.said_on = row.said_on.or(row.meeting_id.is_none().then(|| tx.today()));
        row.text = check.done_with(text)?;
        add(tx, &allowed, row, &terms).await?;
        Ok(id.into())
    }
}

/// Adds the meeting of a decision, and narrows the audience to that of the meeting, which is held
/// until the commitment is there: who narrows it meanwhile finds this among what hangs on it.
async fn complete_origin(
    tx: &Tx,
    check: &mut Check,
    row: &mut commitment::Model,
) -> Result<(), Fault> {
    let path = Path::root().field("decisionId");
    if let Some(id) = row.decision_id {
        let found = decision::Entity::find_by_id(id).one(tx.conn()).await?;
        let of = found.map(|decision| decision.meeting_id);
        if row.meeting_id.is_some() && row.meeting_id != of {
            let message = "This decision was taken at another meeting; leave out one of the two.";
            check.refuse(UserErrorCode::Invalid, &path, message);
        }
        row.meeting_id = of;
    }
    let Some(meeting) = row.meeting_id else {
        return Ok(());
    };
    let parent = record::Entity::find_by_id(RecordId::from(meeting))
        .lock(LockType::Share)
        .one(tx.conn())
        .await?;
    let Some(parent) = parent else {
        return Ok(());
    };
    if parent.archived_on.is_some() && row.decision_id.is_some() {
        let message = "The meeting it came out of is archived; restore it first.";
        check.refuse(UserErrorCode::Invalid, &path, message);
    }
    row.audience = row.audience.max(parent.audience);
    row.words_audience = row.audience.max(Audience::Present);
    Ok(())
}
