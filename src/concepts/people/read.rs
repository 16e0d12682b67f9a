//! Who is seen, and what is read of people together.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use chrono::NaiveDate;
use entity::ids::{PostId, StakeholderId};
use entity::{engagement, follow_up_action, meeting_attendee, member, person, post};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};

use crate::concepts::access::Viewer;
use crate::concepts::access::context::Reader;
use crate::concepts::people::face::Person;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, is_archived, matches};
use crate::concepts::{engagements, follow_ups, meetings, stakeholders};
use crate::kit::fault::Fault;

found!(Person(person) by PersonById(PersonId), visible);

rows_of! {
    /// Asks for the phone numbers of a person.
    PhonesOf(PersonId) => person_phone by PersonId, ordered by Position
}

rows_of! {
    /// Asks for the posts of a person.
    PostsOf(PersonId) => post by PersonId, ordered by Id
}

/// Which people a viewer sees. A partner sees a name only through a record that she sees: who
/// attended a meeting, owns a task, leads a line of work.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    let own = person::Column::Id.into_expr();
    if !viewer.is_partner() {
        return crate::concepts::access::visible(viewer, person::Column::Audience, &[own]);
    }
    let attended = meeting_attendee::Entity::find()
        .select_only()
        .column(meeting_attendee::Column::PersonId)
        .filter(
            meeting_attendee::Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)),
        );
    let owns = follow_up_action::Entity::find()
        .select_only()
        .column(follow_up_action::Column::OwnerId)
        .filter(follow_ups::read::visible(viewer));
    let leads = member::Entity::find()
        .select_only()
        .column(member::Column::PersonId)
        .filter(
            member::Column::Id.in_subquery(
                engagement::Entity::find()
                    .select_only()
                    .column(engagement::Column::LeadId)
                    .filter(engagements::read::visible(viewer))
                    .into_query(),
            ),
        );
    Condition::all()
        .add(person::Column::Audience.lte(entity::enums::Audience::Caucus))
        .add(
            Condition::any()
                .add(person::Column::Id.in_subquery(attended.into_query()))
                .add(person::Column::Id.in_subquery(owns.into_query()))
                .add(person::Column::Id.in_subquery(leads.into_query())),
        )
}

/// What a list of people is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words, each of which begins a word of the name.
    pub search: Option<String>,
    /// Who holds a post at one of these.
    pub stakeholders: Option<Vec<StakeholderId>>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The people whom a viewer sees, narrowed.
#[must_use]
pub fn select(viewer: &Viewer, filter: &Filter) -> Select<person::Entity> {
    let mut select = person::Entity::find()
        .filter(visible(viewer))
        .filter(is_archived(person::Column::ArchivedOn, filter.is_archived));
    if let Some(search) = &filter.search {
        select = select.filter(matches(person::Column::SearchKey, search));
    }
    if let Some(asked) = &filter.stakeholders {
        let seen = stakeholders::read::seen(viewer, asked.iter().copied());
        let held = post::Entity::find()
            .select_only()
            .column(post::Column::PersonId)
            .filter(post::Column::StakeholderId.in_subquery(seen));
        select = select.filter(person::Column::Id.in_subquery(held.into_query()));
    }
    select
}

/// Asks for the posts at a stakeholder, those held now first: of these the one that was on record
/// first, which is its head more often than not, and whoever follows her in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PostsAt(pub StakeholderId);

impl Loader<PostsAt> for Reader {
    type Value = Vec<post::Model>;
    type Error = Fault;

    async fn load(&self, keys: &[PostsAt]) -> Result<HashMap<PostsAt, Self::Value>, Fault> {
        let mut found: HashMap<_, Vec<_>> = keys.iter().map(|key| (*key, Vec::new())).collect();
        let is_over = Expr::col(post::Column::ToDay).is_not_null();
        let rows = post::Entity::find()
            .filter(post::Column::StakeholderId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(is_over)
            .order_by_desc(post::Column::Id)
            .all(self.conn())
            .await?;
        for row in rows {
            if let Some(list) = found.get_mut(&PostsAt(row.stakeholder_id)) {
                list.push(row);
            }
        }
        for list in found.values_mut() {
            let places: HashMap<_, _> = list
                .iter()
                .map(|post| (post.id, place_of(post, list)))
                .collect();
            list.sort_by_key(|post| {
                let place = post.to_day.is_none().then(|| places.get(&post.id).copied());
                (post.to_day.is_some(), place.flatten())
            });
        }
        Ok(found)
    }
}

/// The first post of that title at its stakeholder: whoever follows another takes her place.
fn place_of(post: &post::Model, all: &[post::Model]) -> PostId {
    let is_alike =
        |other: &&post::Model| other.title_en == post.title_en && other.title_ur == post.title_ur;
    let alike = all.iter().filter(is_alike).map(|other| other.id);
    alike.min().unwrap_or(post.id)
}

/// Whether a post is held on a day.
#[must_use]
pub fn is_current(post: &post::Model, day: NaiveDate) -> bool {
    post.from_day.is_none_or(|from| from <= day) && post.to_day.is_none_or(|to| to >= day)
}
