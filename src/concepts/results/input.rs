//! What is sent to make a target list, to change and to approve it.

use async_graphql::{ID, InputObject};

use crate::kit::graphql::enums::Audience;
use crate::kit::graphql::inputs::NameInput;
use crate::kit::graphql::scalars::Day;

/// A target list to be made.
#[derive(InputObject, Clone, Debug)]
pub struct CreateTargetListInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `target_list_` and a UUIDv7.
    pub id: Option<ID>,
    /// Its name.
    pub name: NameInput,
    /// The first day of its period.
    pub from: Day,
    /// The last day of its period.
    pub to: Day,
    /// Who is to be met; at most 2,000.
    pub stakeholder_ids: Vec<ID>,
    /// Who may see it; the caucus when absent.
    pub audience: Option<Audience>,
}

/// Changes to a target list. What is not sent stays. Of the stakeholders, what you may not see stays
/// too. Of an approved list the audience alone can be changed, and nothing else may be sent.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateTargetListInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which list.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// Its name, both languages anew.
    pub name: Option<NameInput>,
    /// The first day of its period.
    pub from: Option<Day>,
    /// The last day of its period.
    pub to: Option<Day>,
    /// Who is to be met, all anew; at most 2,000.
    pub stakeholder_ids: Option<Vec<ID>>,
    /// Who may see it.
    pub audience: Option<Audience>,
}

/// The approval of a target list.
#[derive(InputObject, Clone, Debug)]
pub struct ApproveTargetListInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which list.
    pub id: ID,
    /// The version that you saw; without it whatever it says is approved.
    pub expected_version: Option<String>,
    /// The day on which it was approved; today when absent.
    pub on: Option<Day>,
}
