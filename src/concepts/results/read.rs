//! Which target lists are seen, and whom they name.

use entity::{stakeholder, target_list, target_list_stakeholder};
use sea_orm::sea_query::{SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    RelationDef, Select,
};

use crate::concepts::access::Viewer;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, is_archived, matches};
use crate::concepts::results::face::TargetList;
use crate::concepts::stakeholders::read::visible_beside;

found!(TargetList(target_list) by TargetListById(TargetListId), visible);

rows_of! {
    /// Asks whom a target list names.
    StakeholdersOfList(TargetListId) => target_list_stakeholder by TargetListId, ordered by StakeholderId
}

/// Which target lists a viewer sees. A partner sees those for partners that name somebody of her
/// categories; of archived ones those that were approved, by which her figures of earlier days still
/// count. No list is of a programme, so a scope of programmes takes in none.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use target_list::Column;
    let facts =
        crate::concepts::access::visible(viewer, Column::Audience, &[Column::Id.into_expr()]);
    if !viewer.is_partner() {
        return facts;
    }
    let counts = Condition::any()
        .add(Column::ArchivedOn.is_null())
        .add(Column::ApprovedOn.is_not_null());
    let scoped = Condition::all().add(facts).add(counts);
    if !viewer.scope.programmes.is_empty() {
        return scoped.add(SimpleExpr::from(false));
    }
    let to_stakeholder: RelationDef =
        target_list_stakeholder::Entity::belongs_to(stakeholder::Entity)
            .from(target_list_stakeholder::Column::StakeholderId)
            .to(stakeholder::Column::Id)
            .into();
    let of = target_list_stakeholder::Entity::find()
        .select_only()
        .column(target_list_stakeholder::Column::TargetListId)
        .join(JoinType::InnerJoin, to_stakeholder)
        .filter(visible_beside(viewer));
    scoped.add(Column::Id.in_subquery(of.into_query()))
}

/// Whom the lists name that a viewer sees.
#[must_use]
pub fn named_by_visible(viewer: &Viewer) -> SelectStatement {
    let to_list: RelationDef = target_list_stakeholder::Entity::belongs_to(target_list::Entity)
        .from(target_list_stakeholder::Column::TargetListId)
        .to(target_list::Column::Id)
        .into();
    target_list_stakeholder::Entity::find()
        .select_only()
        .column(target_list_stakeholder::Column::StakeholderId)
        .join(JoinType::InnerJoin, to_list)
        .filter(visible(viewer))
        .into_query()
}

/// What a list of target lists is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words, each of which begins a word of the name.
    pub search: Option<String>,
    /// Approved ones, or those not approved yet.
    pub is_approved: Option<bool>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The target lists that a viewer sees, narrowed.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<target_list::Entity> {
    use target_list::Column;
    let mut all = Condition::all()
        .add(visible(viewer))
        .add(is_archived(Column::ArchivedOn, filter.is_archived));
    all = all.add_option(filter.is_approved.map(|is_approved| {
        if is_approved {
            Column::ApprovedOn.is_not_null()
        } else {
            Column::ApprovedOn.is_null()
        }
    }));
    if let Some(search) = &filter.search {
        all = all.add(matches(Column::SearchKey, search));
    }
    target_list::Entity::find().filter(all)
}
