//! Which stakeholders are seen, and what is read of them together.

use entity::enums::{Audience, StakeholderCategory};
use entity::ids::{DistrictId, MemberId, StakeholderId, TopicId};
use entity::{
    engagement, meeting_stakeholder, member, stakeholder, stakeholder_district, stakeholder_topic,
};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use crate::concepts::access::Viewer;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, is_archived, matches, seen_ids};
use crate::concepts::stakeholders::face::Stakeholder;
use crate::concepts::{documents, engagements, meetings, members, results};

found!(Stakeholder(stakeholder) by StakeholderById(StakeholderId), visible);

rows_of! {
    /// Asks for the other names of a stakeholder.
    AliasesOf(StakeholderId) => stakeholder_alias by StakeholderId, ordered by Position
}

rows_of! {
    /// Asks for the districts of a stakeholder.
    DistrictsOf(StakeholderId) => stakeholder_district by StakeholderId, ordered by DistrictId
}

rows_of! {
    /// Asks for the topics of a stakeholder.
    TopicsOf(StakeholderId) => stakeholder_topic by StakeholderId, ordered by TopicId
}

/// Which stakeholders a viewer sees. A partner sees an office in the categories of her scope,
/// and only through a meeting, a line of work, a document or a target list that she sees.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    let own = stakeholder::Column::Id.into_expr();
    if !viewer.is_partner() {
        return crate::concepts::access::visible(viewer, stakeholder::Column::Audience, &[own]);
    }
    let met = meeting_stakeholder::Entity::find()
        .select_only()
        .column(meeting_stakeholder::Column::StakeholderId)
        .filter(meeting_stakeholder::Column::StakeholderId.is_not_null())
        .filter(
            meeting_stakeholder::Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)),
        );
    let engaged = engagement::Entity::find()
        .select_only()
        .column(engagement::Column::StakeholderId)
        .filter(engagements::read::visible(viewer));
    let written = documents::read::parties_of_visible(viewer);
    visible_beside(viewer).add(
        Condition::any()
            .add(stakeholder::Column::Id.in_subquery(met.into_query()))
            .add(stakeholder::Column::Id.in_subquery(engaged.into_query()))
            .add(stakeholder::Column::Id.in_subquery(written))
            .add(stakeholder::Column::Id.in_subquery(results::read::named_by_visible(viewer))),
    )
}

/// Which of the stakeholders of a meeting or line of work that a viewer sees she sees as well:
/// what hangs on the others may neither be found nor counted by them.
#[must_use]
pub fn visible_beside(viewer: &Viewer) -> Condition {
    if !viewer.is_partner() {
        return visible(viewer);
    }
    Condition::all()
        .add(stakeholder::Column::Audience.lte(Audience::Caucus))
        .add(in_scope(viewer))
}

/// Those of some stakeholders that a viewer sees.
#[must_use]
pub fn seen(viewer: &Viewer, ids: impl IntoIterator<Item = StakeholderId>) -> SelectStatement {
    seen_ids::<stakeholder::Entity>(stakeholder::Column::Id, visible(viewer), ids)
}

/// Whether a stakeholder is of a category in a partner's scope; a scope without categories does
/// not restrict, one without anything sees nothing.
#[must_use]
pub fn in_scope(viewer: &Viewer) -> Condition {
    if viewer.scope.is_empty() {
        return Condition::all().add(sea_orm::sea_query::SimpleExpr::from(false));
    }
    if viewer.scope.categories.is_empty() {
        return Condition::all();
    }
    Condition::all()
        .add(stakeholder::Column::Category.is_in(viewer.scope.categories.iter().copied()))
}

/// What a list of stakeholders is narrowed to. An empty list of ids finds nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words, each of which begins a word of a name.
    pub search: Option<String>,
    /// Of one of these categories.
    pub categories: Option<Vec<StakeholderCategory>>,
    /// In one of these districts.
    pub districts: Option<Vec<DistrictId>>,
    /// On one of these topics.
    pub topics: Option<Vec<TopicId>>,
    /// Directly below one of these.
    pub parents: Option<Vec<StakeholderId>>,
    /// Kept up by one of these.
    pub owners: Option<Vec<MemberId>>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The stakeholders that a viewer sees, narrowed.
#[must_use]
pub fn select(viewer: &Viewer, filter: Filter) -> Select<stakeholder::Entity> {
    use stakeholder::Column;
    let mut all = Condition::all()
        .add(visible(viewer))
        .add(is_archived(Column::ArchivedOn, filter.is_archived));
    if let Some(search) = &filter.search {
        all = all.add(matches(Column::SearchKey, search));
    }
    if let Some(categories) = filter.categories {
        all = all.add(Column::Category.is_in(categories));
    }
    if let Some(districts) = filter.districts {
        let there = stakeholder_district::Entity::find()
            .select_only()
            .column(stakeholder_district::Column::StakeholderId)
            .filter(stakeholder_district::Column::DistrictId.is_in(districts));
        all = all.add(Column::Id.in_subquery(there.into_query()));
    }
    if let Some(topics) = filter.topics {
        let on = stakeholder_topic::Entity::find()
            .select_only()
            .column(stakeholder_topic::Column::StakeholderId)
            .filter(stakeholder_topic::Column::TopicId.is_in(topics));
        all = all.add(Column::Id.in_subquery(on.into_query()));
    }
    if let Some(parents) = filter.parents {
        all = all.add(Column::ParentId.in_subquery(seen(viewer, parents)));
    }
    if let Some(owners) = filter.owners {
        let visible = members::read::visible(viewer);
        let seen = seen_ids::<member::Entity>(member::Column::Id, visible, owners);
        all = all.add(Column::OwnerId.in_subquery(seen));
    }
    stakeholder::Entity::find().filter(all)
}
