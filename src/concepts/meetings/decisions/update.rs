//! Setting a decision right.

use async_graphql::{ID, InputObject, MaybeUndefined};
use entity::decision;
use entity::ids::{DecisionId, RecordId};

use crate::concepts::access::{self, allow_on};
use crate::concepts::log::{Act, Tx, Whole, load, save};
use crate::concepts::records::expect_version;
use crate::kit::check::Check;
use crate::kit::graphql::enums::{DecisionKind, DecisionManner};
use crate::kit::graphql::inputs::TextInput;
use crate::kit::user_error::{Path, WriteError};

/// Changes to a decision. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateDecisionInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which decision.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// What was decided.
    pub text: Option<TextInput>,
    /// What sort of decision it is.
    pub kind: Option<DecisionKind>,
    /// How it was taken; null when nobody said.
    pub manner: MaybeUndefined<DecisionManner>,
}

impl Act for UpdateDecisionInput {
    const NAME: &'static str = "updateDecision";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let mut check = Check::default();
        let id = check.id::<DecisionId>(&Path::root().field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateDecision, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<decision::Model> = load(tx, id.into()).await?;
        let mut after = before.clone();
        let mut check = Check::default();
        let text = self.text.as_ref();
        if let Some(text) = text.and_then(|raw| check.text(&Path::root().field("text"), raw)) {
            after.row.text = text.in_place_of(Some(&before.row.text));
        }
        check.done()?;
        after.row.kind = self.kind.map_or(before.row.kind, Into::into);
        if !self.manner.is_undefined() {
            after.row.manner = self.manner.take().map(Into::into);
        }
        save(tx, &allowed, Some(&before), &after).await?;
        Ok(id.into())
    }
}
