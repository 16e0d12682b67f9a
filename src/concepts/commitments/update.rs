//! Setting a commitment right.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, Result};
use entity::commitment;
use entity::ids::{CommitmentId, RecordId};

use crate::concepts::access::{self, allow_on};
use crate::concepts::commitments::face::Commitment;
use crate::concepts::log::{Act, Tx, Whole, load, payload, perform, save};
use crate::concepts::records::expect_version;
use crate::kit::check::Check;
use crate::kit::graphql::enums::CommitmentDirection;
use crate::kit::graphql::inputs::TextInput;
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::{Path, WriteError};

/// Changes to a commitment. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateCommitmentInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which commitment.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// What is asked or promised.
    pub text: Option<TextInput>,
    /// Who asks or promises whom.
    pub direction: Option<CommitmentDirection>,
    /// By when; null when no day was named.
    pub due_on: MaybeUndefined<Day>,
}

impl Act for UpdateCommitmentInput {
    const NAME: &'static str = "updateCommitment";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> std::result::Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<CommitmentId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateCommitment, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<commitment::Model> = load(tx, id.into()).await?;
        let mut after = before.clone();
        let mut check = Check::default();
        let text = self.text.as_ref();
        if let Some(text) = text.and_then(|raw| check.text(&root.field("text"), raw)) {
            after.row.text = text.in_place_of(Some(&before.row.text));
        }
        if !self.due_on.is_undefined() {
            let due = self.due_on.value();
            after.row.due_on = due.and_then(|day| check.day(&root.field("dueOn"), day.0));
        }
        check.done()?;
        after.row.direction = self.direction.map_or(before.row.direction, Into::into);
        save(tx, &allowed, Some(&before), &after).await?;
        Ok(id.into())
    }
}

payload! {
    /// What came of changing a commitment.
    CommitmentPayload {
        /// The commitment as it now is; null when nothing was done.
        commitment: Commitment
    }
}

/// Acts on commitments.
#[derive(Default)]
pub struct CommitmentsMutation;

/// Acts on commitments.
#[Object]
impl CommitmentsMutation {
    /// Sets a commitment right: its text, its direction, its day. For whoever may change its
    /// meeting.
    async fn update_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateCommitmentInput,
    ) -> Result<CommitmentPayload> {
        perform(ctx, input).await
    }
}
