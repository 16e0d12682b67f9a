//! Recording an ask or a promise outside the logging of a meeting.

use async_graphql::ID;
use chrono::NaiveDate;
use entity::enums::Audience;
use entity::ids::{CommitmentId, DecisionId, DocumentId, MeetingId, RecordId};
use entity::{commitment, decision, document};
use sea_orm::EntityTrait;

use crate::concepts::access::policy::{allow_on_any, audience};
use crate::concepts::access::{self, Allowed, allow};
use crate::concepts::commitments::input::RecordCommitmentInput;
use crate::concepts::commitments::links::{check_answer, check_repetition};
use crate::concepts::commitments::write::{add, blank};
use crate::concepts::log::{Act, Tx};
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

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
            .check(&mut check, &mut references, &root, &mut row, tx.today());
        row.meeting_id = check.optional_id(&root.field("meetingId"), self.meeting_id.as_ref());
        references.want::<MeetingId>(&root.field("meetingId"), row.meeting_id);
        row.decision_id = check.optional_id(&root.field("decisionId"), self.decision_id.as_ref());
        references.want::<DecisionId>(&root.field("decisionId"), row.decision_id);
        row.document_id = check.optional_id(&root.field("documentId"), self.document_id.as_ref());
        references.want::<DocumentId>(&root.field("documentId"), row.document_id);
        let seen = references.look_up(tx, &mut check).await?;
        check_answer(tx, &mut check, &root, &seen, None, &row).await?;
        check_repetition(tx, &mut check, &root, &seen, None, &row).await?;
        row.text = check.done_with(text)?;
        let allowed = complete_origin(tx, &mut row).await?.unwrap_or(allowed);
        row.said_on = row.said_on.or(said_on(tx, &row).await?);
        add(tx, &allowed, row, &terms).await?;
        Ok(id.into())
    }
}

/// On which day it was said where nobody told: that of its document; without a meeting, today.
async fn said_on(tx: &Tx, row: &commitment::Model) -> Result<Option<NaiveDate>, Fault> {
    let Some(id) = row.document_id else {
        return Ok(row.meeting_id.is_none().then(|| tx.today()));
    };
    let found = document::Entity::find_by_id(id).one(tx.conn()).await?;
    Ok(found.map(|found| found.day))
}

/// Adds the meeting of a decision, and narrows the audience to that of the meeting or document, which
/// is held until the commitment is there: who narrows or archives it meanwhile finds this among what
/// hangs on it. Answers the right to record at that; `None` where it hangs on nothing.
async fn complete_origin(
    tx: &mut Tx,
    row: &mut commitment::Model,
) -> Result<Option<Allowed>, WriteError> {
    let (mut check, mut sent) = (Check::default(), "meetingId");
    if row.document_id.is_some() && (row.meeting_id.is_some() || row.decision_id.is_some()) {
        let message = "It came out of a meeting or stands in a paper; leave out one of the two.";
        let path = Path::root().field("documentId");
        check.refuse(UserErrorCode::Invalid, &path, message);
    }
    if let Some(id) = row.decision_id {
        let found = decision::Entity::find_by_id(id).one(tx.conn()).await;
        let of = found.map_err(Fault::from)?.map(|found| found.meeting_id);
        if row.meeting_id.is_some() && row.meeting_id != of {
            let message = "This decision was taken at another meeting; leave out one of the two.";
            let path = Path::root().field("decisionId");
            check.refuse(UserErrorCode::Invalid, &path, message);
        }
        if row.meeting_id.is_none() {
            sent = "decisionId";
        }
        row.meeting_id = of;
    }
    check.done()?;
    let (kind, origin) = match (row.meeting_id, row.document_id) {
        (Some(meeting), _) => (Kind::Meeting, RecordId::from(meeting)),
        (None, Some(document)) => {
            sent = "documentId";
            (Kind::Document, RecordId::from(document))
        }
        (None, None) => return Ok(None),
    };
    let act = access::Act::RecordCommitmentOfMeeting;
    let allowed = allow_on_any(tx, act, kind, origin).await;
    let allowed = allowed.map_err(|error| error.at(sent))?;
    let Some(parent) = tx.subject() else {
        return Ok(None);
    };
    if parent.archived_on.is_some() {
        let message = "What it came out of is archived; restore it first.";
        let path = Path::root().field(sent);
        return Err(UserError::new(UserErrorCode::Invalid, &path, message).into());
    }
    row.audience = row.audience.max(parent.audience);
    row.words_audience = row.audience.max(Audience::Present);
    Ok(Some(allowed))
}
