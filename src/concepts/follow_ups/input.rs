//! What is sent to give, set right, tick and untick tasks.

use async_graphql::{ID, InputObject, MaybeUndefined};

use crate::kit::graphql::enums::{Audience, Priority};
use crate::kit::graphql::inputs::TextInput;
use crate::kit::graphql::scalars::Day;

/// A task to be given.
#[derive(InputObject, Clone, Debug)]
pub struct AssignFollowUpInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `follow_up_action_` and a UUIDv7.
    pub id: Option<ID>,
    /// What is to be done.
    pub title: TextInput,
    /// Who answers for it, a person or a member; you when absent.
    pub owner_id: Option<ID>,
    /// Who helps, people or members.
    pub helper_ids: Option<Vec<ID>>,
    /// By when.
    pub due_on: Option<Day>,
    /// How much it presses; normal when absent.
    pub priority: Option<Priority>,
    /// The meeting out of which it came. At most one of these four is given.
    pub meeting_id: Option<ID>,
    /// The decision out of which it came.
    pub decision_id: Option<ID>,
    /// The commitment out of which it came.
    pub commitment_id: Option<ID>,
    /// The line of work to which it belongs.
    pub engagement_id: Option<ID>,
    /// Who may see it; the caucus when absent, and never wider than what it came out of.
    pub audience: Option<Audience>,
}

/// Changes to a task. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateFollowUpInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which task.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// What is to be done.
    pub title: Option<TextInput>,
    /// Who answers for it, a person or a member.
    pub owner_id: Option<ID>,
    /// All helpers anew, people or members, none when empty. Those whom you may not see stay.
    pub helper_ids: Option<Vec<ID>>,
    /// By when; null for no day.
    pub due_on: MaybeUndefined<Day>,
    /// How much it presses.
    pub priority: Option<Priority>,
}

/// A task that was done.
#[derive(InputObject, Clone, Debug)]
pub struct CompleteFollowUpInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which task.
    pub id: ID,
    /// The version that you saw; compared if given.
    pub expected_version: Option<String>,
    /// The day on which it was done, from the day it was opened up to today; today when absent.
    pub on: Option<Day>,
}

/// A task that was not done after all.
#[derive(InputObject, Clone, Debug)]
pub struct ReopenFollowUpInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which task.
    pub id: ID,
    /// The version that you saw; compared if given.
    pub expected_version: Option<String>,
}
