//! What is sent when offices change hands.

use async_graphql::{ID, InputObject};

use crate::kit::graphql::enums::Gender;
use crate::kit::graphql::inputs::NameInput;
use crate::kit::graphql::scalars::Day;

/// Offices that changed hands.
#[derive(InputObject, Clone, Debug)]
pub struct ChangeOfficeHolderInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// One for each office, 100 at most. A transfer from one office to another is two of them.
    pub changes: Vec<HolderChangeInput>,
}

/// That an office changed hands: who left it, and who came.
#[derive(InputObject, Clone, Debug)]
pub struct HolderChangeInput {
    /// Which office.
    pub stakeholder_id: ID,
    /// Which post there ended; the only one that is held when absent.
    pub end_post_id: Option<ID>,
    /// From which day on somebody else holds it, or nobody; today when absent. The post that ended
    /// was held until the day before.
    pub on: Option<Day>,
    /// Who holds it now, where she is on record. Neither this nor `next`: the post is vacant.
    pub next_id: Option<ID>,
    /// Who holds it now, where she is not on record yet.
    pub next: Option<NewHolderInput>,
    /// An id made by the client for her post: `post_` and a UUIDv7.
    pub post_id: Option<ID>,
    /// What she is there; what her predecessor was when absent.
    pub title: Option<NameInput>,
    /// By when she is to say again what was promised before her; 90 days later when absent.
    pub reconfirm_by: Option<Day>,
}

/// Somebody who is not on record yet.
#[derive(InputObject, Clone, Debug)]
pub struct NewHolderInput {
    /// An id made by the client: `person_` and a UUIDv7.
    pub id: Option<ID>,
    /// Her name.
    pub name: NameInput,
    /// Her gender; not stated when absent.
    pub gender: Option<Gender>,
}
