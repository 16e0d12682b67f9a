//! Recording a decision of a meeting that is logged already.

use async_graphql::{ID, InputObject};
use entity::decision;
use entity::enums::{Audience, DecisionKind as Kept};
use entity::ids::{DecisionId, MeetingId, RecordId};

use crate::concepts::access::policy::shares_with_partners;
use crate::concepts::access::{self, allow_on};
use crate::concepts::log::{Act, Tx, Whole, save};
use crate::kit::check::Check;
use crate::kit::graphql::enums::{DecisionKind, DecisionManner};
use crate::kit::graphql::inputs::TextInput;
use crate::kit::user_error::{Path, WriteError};

/// A decision of a meeting that is logged already.
#[derive(InputObject, Clone, Debug)]
pub struct RecordDecisionInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `decision_` and a UUIDv7.
    pub id: Option<ID>,
    /// The meeting that decided.
    pub meeting_id: ID,
    /// What was decided.
    pub text: TextInput,
    /// What sort of decision it is; `RESOLVED` when absent.
    pub kind: Option<DecisionKind>,
    /// How it was taken.
    pub manner: Option<DecisionManner>,
}

impl Act for RecordDecisionInput {
    const NAME: &'static str = "recordDecision";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let (root, mut check) = (Path::root(), Check::default());
        let id = check.client_id::<DecisionId>(&root.field("id"), self.id.as_ref());
        let meeting = check.id::<MeetingId>(&root.field("meetingId"), &self.meeting_id);
        let allowed = match meeting {
            Some(meeting) => {
                let allowed = allow_on(tx, access::Act::RecordDecision, meeting).await;
                Some(allowed.map_err(|error| error.with_id_at("meetingId"))?)
            }
            None => None,
        };
        let text = check.text(&root.field("text"), &self.text);
        let ((meeting, allowed), text) = check.done_with(meeting.zip(allowed).zip(text))?;
        let audience = tx.subject();
        let audience = audience.map_or(Audience::Present, |found| found.audience);
        // What is decided is not for partners before somebody who may say so has read it.
        let audience = if shares_with_partners(tx.viewer()) {
            audience
        } else {
            audience.max(Audience::Caucus)
        };
        let row = decision::Model {
            id: tx.id_or_new(id),
            audience,
            words_audience: audience.max(Audience::Present),
            recorded_at: tx.now(),
            archived_on: None,
            meeting_id: meeting,
            position: 0,
            kind: self.kind.map_or(Kept::Resolved, Into::into),
            text,
            manner: self.manner.map(Into::into),
        };
        let id = row.id;
        let whole = Whole {
            parent: Some(meeting.into()),
            ..Whole::alone(row)
        };
        save(tx, &allowed, None, &whole).await?;
        Ok(id.into())
    }
}
