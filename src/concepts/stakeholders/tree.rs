//! The tree of offices: each folds into its institution, the topmost of the same category.

use std::collections::HashSet;

use entity::enums::StakeholderCategory;
use entity::ids::StakeholderId;
use entity::stakeholder;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use crate::kit::fault::Fault;

/// What is held while offices move: two that move at once could make a circle.
pub const TREE: &str = "stakeholder tree";

/// The institution of an office under a parent.
#[must_use]
pub fn institution(
    id: StakeholderId,
    category: StakeholderCategory,
    parent: Option<&stakeholder::Model>,
) -> StakeholderId {
    match parent {
        Some(parent) if parent.category == category => parent.institution_id,
        _ => id,
    }
}

/// All that is below an office, however deep.
///
/// # Errors
/// When the database does not answer.
pub async fn below<C: ConnectionTrait>(
    conn: &C,
    id: StakeholderId,
) -> Result<Vec<stakeholder::Model>, Fault> {
    let (mut found, mut seen, mut level) = (Vec::new(), HashSet::from([id]), vec![id]);
    while !level.is_empty() {
        let rows = stakeholder::Entity::find()
            .filter(stakeholder::Column::ParentId.is_in(level))
            .all(conn)
            .await?;
        level = rows
            .iter()
            .map(|row| row.id)
            .filter(|id| seen.insert(*id))
            .collect();
        found.extend(rows);
    }
    Ok(found)
}

/// Writes the institutions of all that is below an office after it moved. The institution
/// follows from the tree, so no version is raised by it.
///
/// # Errors
/// When the database does not answer.
pub async fn settle_below<C: ConnectionTrait>(
    conn: &C,
    top: &stakeholder::Model,
    below: Vec<stakeholder::Model>,
) -> Result<(), Fault> {
    let mut settled = vec![top.clone()];
    // The rows come level by level, so a parent is settled before its children.
    for mut row in below {
        let parent = settled.iter().find(|above| Some(above.id) == row.parent_id);
        let institution = institution(row.id, row.category, parent);
        if institution != row.institution_id {
            row.institution_id = institution;
            let mut change = row.clone().into_active_model();
            change.institution_id = Set(institution);
            stakeholder::Entity::update_many()
                .set(change)
                .filter(stakeholder::Column::Id.eq(row.id))
                .exec(conn)
                .await?;
        }
        settled.push(row);
    }
    Ok(())
}
