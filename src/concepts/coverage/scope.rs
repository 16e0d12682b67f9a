//! Who is to be met in a period (reading 3): by its approved target list, or without one whoever is
//! active.

use std::collections::BTreeSet;

use async_graphql::Enum;
use entity::ids::StakeholderId;
use entity::{target_list, target_list_stakeholder};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::concepts::access::context::Reader;
use crate::concepts::coverage::period::Period;
use crate::concepts::results::read::visible;
use crate::kit::fault::Fault;

/// By what it is said who was to be met.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeSource {
    /// By the approved target list of the period.
    TargetList,
    /// There is no such list: whoever is active, since the day on which each came into scope.
    ActiveStakeholders,
}

/// The approved target list of a period.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The list.
    pub list: target_list::Model,
    /// Whom it names.
    pub stakeholders: BTreeSet<StakeholderId>,
}

/// The approved target list that the viewer sees, in whose period this one lies; of several the one
/// approved last.
///
/// # Errors
/// When the database does not answer.
pub async fn list_of(reader: &Reader, period: &Period) -> Result<Option<Listed>, Fault> {
    use target_list::Column;
    let is_in_use = Condition::any()
        .add(Column::ArchivedOn.is_null())
        .add(Column::ArchivedOn.gt(period.as_of));
    let found = target_list::Entity::find()
        .filter(visible(&reader.viewer))
        .filter(is_in_use)
        .filter(period.is_recorded(Column::RecordedAt))
        .filter(Column::ApprovedOn.is_not_null())
        .filter(Column::FromDay.lte(period.from))
        .filter(Column::ToDay.gte(period.to))
        .order_by_desc(Column::ApprovedOn)
        .order_by_desc(Column::Id)
        .one(reader.conn())
        .await?;
    let Some(list) = found else {
        return Ok(None);
    };
    let named: Vec<StakeholderId> = target_list_stakeholder::Entity::find()
        .select_only()
        .column(target_list_stakeholder::Column::StakeholderId)
        .filter(target_list_stakeholder::Column::TargetListId.eq(list.id))
        .into_tuple()
        .all(reader.conn())
        .await?;
    let stakeholders = named.into_iter().collect();
    Ok(Some(Listed { list, stakeholders }))
}
