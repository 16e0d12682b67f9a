//! What is sent to add and change stakeholders.

use async_graphql::{ID, InputObject, MaybeUndefined};

use crate::kit::graphql::enums::{Audience, StakeholderCategory};
use crate::kit::graphql::inputs::NameInput;
use crate::kit::graphql::scalars::Day;

/// A stakeholder to be added.
#[derive(InputObject, Clone, Debug)]
pub struct CreateStakeholderInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `stakeholder_` and a UUIDv7.
    pub id: Option<ID>,
    /// Its name.
    pub name: NameInput,
    /// Its short name, such as "PEC".
    pub short_name: Option<String>,
    /// Other names by which people look for it.
    pub aliases: Option<Vec<String>>,
    /// What sort of office or organisation it is.
    pub category: StakeholderCategory,
    /// What it is a part of.
    pub parent_id: Option<ID>,
    /// Whether it works in the whole province; no when absent.
    pub is_province_wide: Option<bool>,
    /// The districts in which it works.
    pub district_ids: Option<Vec<ID>>,
    /// The topics on which it works.
    pub topic_ids: Option<Vec<ID>>,
    /// The member who keeps up the relation.
    pub owner_id: Option<ID>,
    /// Since when it is to be reached; today when absent.
    pub in_scope_since: Option<Day>,
    /// The most days that may lie between two meetings with it, 1 to 3650; none are said when absent.
    pub cadence_days: Option<i32>,
    /// Who may see it; the caucus when absent.
    pub audience: Option<Audience>,
}

/// Changes to a stakeholder. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateStakeholderInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which stakeholder.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// Its name, both languages anew.
    pub name: Option<NameInput>,
    /// Its short name; null to forget it.
    pub short_name: MaybeUndefined<String>,
    /// All other names anew.
    pub aliases: Option<Vec<String>>,
    /// What sort of office or organisation it is.
    pub category: Option<StakeholderCategory>,
    /// What it is a part of; null when it stands by itself.
    pub parent_id: MaybeUndefined<ID>,
    /// Whether it works in the whole province.
    pub is_province_wide: Option<bool>,
    /// All its districts anew.
    pub district_ids: Option<Vec<ID>>,
    /// All its topics anew.
    pub topic_ids: Option<Vec<ID>>,
    /// The member who keeps up the relation; null for nobody.
    pub owner_id: MaybeUndefined<ID>,
    /// Since when it is to be reached.
    pub in_scope_since: Option<Day>,
    /// The most days that may lie between two meetings with it, 1 to 3650; null for none.
    pub cadence_days: MaybeUndefined<i32>,
    /// Who may see it.
    pub audience: Option<Audience>,
}
