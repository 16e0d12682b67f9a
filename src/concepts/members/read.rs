//! Which members are seen, and what is read of them together.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entity::ids::{PersonId, StakeholderId};
use entity::{member, member_party, person};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use crate::concepts::access::Viewer;
use crate::concepts::access::context::Reader;
use crate::concepts::members::face::Member;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, is_archived, matches};
use crate::concepts::{people, stakeholders};
use crate::kit::fault::Fault;

found!(Member(member) by MemberById(MemberId), visible);

rows_of! {
    /// Asks for the terms of a member.
    TermsOf(MemberId) => member_term by MemberId, ordered by FromDay, Id
}

rows_of! {
    /// Asks for the parties of a member.
    PartiesOf(MemberId) => member_party by MemberId, ordered by FromDay, Id
}

/// Which members a viewer sees: a partner, those whose person she sees.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    let own = member::Column::Id.into_expr();
    if !viewer.is_partner() {
        return crate::concepts::access::visible(viewer, member::Column::Audience, &[own]);
    }
    let people = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(people::read::visible(viewer));
    Condition::all()
        .add(member::Column::Audience.lte(entity::enums::Audience::Caucus))
        .add(member::Column::PersonId.in_subquery(people.into_query()))
}

/// What a list of members is narrowed to. An empty list of ids finds nobody.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words, each of which begins a word of the name.
    pub search: Option<String>,
    /// Of one of these parties today.
    pub parties: Option<Vec<StakeholderId>>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The people whose membership a viewer sees, narrowed: a list of members goes by their names.
#[must_use]
pub fn select(viewer: &Viewer, filter: Filter) -> Select<person::Entity> {
    let mut members = member::Entity::find()
        .select_only()
        .column(member::Column::PersonId)
        .filter(visible(viewer))
        .filter(is_archived(member::Column::ArchivedOn, filter.is_archived));
    if let Some(parties) = filter.parties {
        let parties = stakeholders::read::seen(viewer, parties);
        let of = member_party::Entity::find()
            .select_only()
            .column(member_party::Column::MemberId)
            .filter(member_party::Column::PartyId.in_subquery(parties))
            .filter(member_party::Column::ToDay.is_null());
        members = members.filter(member::Column::Id.in_subquery(of.into_query()));
    }
    let select = person::Entity::find()
        .filter(people::read::visible(viewer))
        .filter(person::Column::Id.in_subquery(members.into_query()));
    match &filter.search {
        Some(search) => select.filter(matches(person::Column::SearchKey, search)),
        None => select,
    }
}

/// Asks for the membership of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MemberOf(pub PersonId);

impl Loader<MemberOf> for Reader {
    type Value = member::Model;
    type Error = Fault;

    async fn load(&self, keys: &[MemberOf]) -> Result<HashMap<MemberOf, member::Model>, Fault> {
        let rows = member::Entity::find()
            .filter(member::Column::PersonId.is_in(keys.iter().map(|key| key.0)))
            .filter(visible(&self.viewer))
            .all(self.conn())
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| (MemberOf(row.person_id), row))
            .collect())
    }
}
