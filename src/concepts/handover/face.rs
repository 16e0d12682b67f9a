//! Handing over, as the API shows it.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use entity::ids::StakeholderId;

use crate::concepts::handover::input::ChangeOfficeHolderInput;
use crate::concepts::log::{Done, settle};
use crate::concepts::records::Found;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::id::parse;
use crate::kit::user_error::UserError;

/// What came of one office of many.
#[derive(SimpleObject)]
pub struct HolderChangeResult {
    /// Which office.
    pub stakeholder_id: ID,
    /// The office as it now is; null when there is none, or none that you may see.
    pub stakeholder: Option<Stakeholder>,
    /// What was wrong with this one; empty when it took effect.
    pub user_errors: Vec<UserError>,
}

/// What came of offices that changed hands.
#[derive(SimpleObject)]
pub struct ChangeOfficeHolderPayload {
    /// One for each change, in the order in which they were sent.
    pub results: Vec<HolderChangeResult>,
    /// What was wrong with the input as a whole; empty when it was taken.
    pub user_errors: Vec<UserError>,
}

/// Acts of handing over.
#[derive(Default)]
pub struct HandoverMutation;

/// Acts of handing over.
#[Object]
impl HandoverMutation {
    /// Says who holds offices from now on: a post ends, the next begins or stays vacant. What the
    /// office promised and has not done stays the office's; it counts as made by a predecessor, and
    /// waits until the new holder has said it again (`reconfirmCommitment`).
    async fn change_office_holder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which offices, and who came.")] input: ChangeOfficeHolderInput,
    ) -> Result<ChangeOfficeHolderPayload> {
        let errors = match settle(ctx, &input).await? {
            Done::Record(_, refused) | Done::Again(_, refused) | Done::Refused(refused, _) => {
                refused
            }
        };
        let (of_items, user_errors): (Vec<_>, Vec<_>) =
            errors.into_iter().partition(|error| error.path.len() > 1);
        if !user_errors.is_empty() {
            let results = Vec::new();
            return Ok(ChangeOfficeHolderPayload {
                results,
                user_errors,
            });
        }
        let mut results = Vec::new();
        for (position, change) in input.changes.iter().enumerate() {
            let position = position.to_string();
            let is_its = |error: &&UserError| error.path.get(1) == Some(&position);
            let errors: Vec<_> = of_items.iter().filter(is_its).cloned().collect();
            // An id that is none was told above.
            let stakeholder = match parse::<StakeholderId>(&change.stakeholder_id) {
                Ok(id) => Stakeholder::find(ctx, id).await?,
                Err(_) => None,
            };
            results.push(HolderChangeResult {
                stakeholder_id: change.stakeholder_id.clone(),
                stakeholder,
                user_errors: errors,
            });
        }
        Ok(ChangeOfficeHolderPayload {
            results,
            user_errors,
        })
    }
}
