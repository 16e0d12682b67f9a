//! Which meetings are seen, and what is read of them together.

use std::hash::Hash;

use chrono::NaiveDate;
use entity::enums::{MeetingKind, MeetingStatus, StakeholderCategory};
use entity::ids::{DistrictId, MeetingId, MemberId, ProgrammeId, StakeholderId, TopicId};
use entity::{
    meeting, meeting_attendee, meeting_district, meeting_programme, meeting_stakeholder,
    meeting_topic, member, stakeholder,
};
use sea_orm::sea_query::{ExprTrait, SelectStatement, SimpleExpr, UnionType};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    RelationDef, Select,
};

use crate::concepts::access::{Field, Viewer, may_read};
use crate::concepts::meetings::face::Meeting;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{each_word, found, is_archived, seen_ids};
use crate::concepts::stakeholders::read::visible_beside;
use crate::concepts::{members, programme};
use crate::kit::hole::{self, Hole};

found!(Meeting(meeting) by MeetingById(MeetingId), visible);

rows_of! {
    /// Asks with whom a meeting was.
    WithOf(MeetingId) => meeting_stakeholder by MeetingId, ordered by Position
}

rows_of! {
    /// Asks who took part in a meeting.
    AttendeesOf(MeetingId) => meeting_attendee by MeetingId, ordered by Position
}

rows_of! {
    /// Asks for the unnamed groups of a meeting.
    GroupsOf(MeetingId) => meeting_group by MeetingId, ordered by Position
}

rows_of! {
    /// Asks which districts a meeting concerned.
    ConcernsOf(MeetingId) => meeting_district by MeetingId, ordered by DistrictId
}

rows_of! {
    /// Asks for the topics of a meeting.
    TopicsOf(MeetingId) => meeting_topic by MeetingId, ordered by TopicId
}

rows_of! {
    /// Asks for the programmes of a meeting.
    ProgrammesOf(MeetingId) => meeting_programme by MeetingId, ordered by ProgrammeId
}

/// Which meetings a viewer sees: a partner, those for partners, under her programmes and with
/// stakeholders of her categories, and no archived ones.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use meeting::Column;
    let facts =
        crate::concepts::access::visible(viewer, Column::Audience, &[Column::Id.into_expr()]);
    if !viewer.is_partner() {
        return facts;
    }
    in_scope(viewer)
        .add(facts)
        .add(Column::ArchivedOn.is_null())
}

/// Which meetings are in a partner's scope, whether or not she sees them.
#[must_use]
pub fn in_scope(viewer: &Viewer) -> Condition {
    use meeting::Column;
    let mut scoped = Condition::all();
    let scope = &viewer.scope;
    if hole::is_made(Hole::Scope) {
        return scoped;
    }
    if scope.is_empty() {
        return scoped.add(SimpleExpr::from(false));
    }
    if !scope.programmes.is_empty() {
        scoped = scoped.add(Column::Id.in_subquery(under(&scope.programmes)));
    }
    if !scope.categories.is_empty() {
        scoped = scoped.add(Column::Id.in_subquery(with_categories(&scope.categories)));
    }
    scoped
}

/// The ids of the meetings that a viewer sees, for what hangs on them.
#[must_use]
pub fn visible_ids(viewer: &Viewer) -> SelectStatement {
    meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(visible(viewer))
        .into_query()
}

/// Those of some meetings that a viewer sees.
#[must_use]
pub fn seen(viewer: &Viewer, ids: impl IntoIterator<Item = MeetingId>) -> SelectStatement {
    seen_ids::<meeting::Entity>(meeting::Column::Id, visible(viewer), ids)
}

fn under(programmes: &[ProgrammeId]) -> SelectStatement {
    meeting_programme::Entity::find()
        .select_only()
        .column(meeting_programme::Column::MeetingId)
        .filter(meeting_programme::Column::ProgrammeId.is_in(programmes.iter().copied()))
        .into_query()
}

fn with_categories(categories: &[StakeholderCategory]) -> SelectStatement {
    meeting_stakeholder::Entity::find()
        .select_only()
        .column(meeting_stakeholder::Column::MeetingId)
        .join(JoinType::InnerJoin, to_stakeholder())
        .filter(stakeholder::Column::Category.is_in(categories.iter().copied()))
        .into_query()
}

/// The ids of the meetings that the viewer sees with stakeholders that she sees, to be narrowed
/// further.
#[must_use]
pub fn with_seen(viewer: &Viewer) -> Select<meeting_stakeholder::Entity> {
    meeting_stakeholder::Entity::find()
        .select_only()
        .column(meeting_stakeholder::Column::MeetingId)
        .join(JoinType::InnerJoin, to_stakeholder())
        .join(JoinType::InnerJoin, to_meeting())
        .filter(visible_beside(viewer))
        .filter(visible(viewer))
}

/// The ids of the meetings with stakeholders that the viewer sees of some categories.
#[must_use]
pub fn with_seen_categories(
    viewer: &Viewer,
    categories: &[StakeholderCategory],
) -> SelectStatement {
    with_seen(viewer)
        .filter(stakeholder::Column::Category.is_in(categories.iter().copied()))
        .into_query()
}

/// The ids of the meetings with some stakeholders, as far as the viewer sees these.
#[must_use]
pub fn with_seen_of(viewer: &Viewer, stakeholders: &[StakeholderId]) -> SelectStatement {
    with_seen(viewer)
        .filter(stakeholder::Column::Id.is_in(stakeholders.iter().copied()))
        .into_query()
}

/// Whether a meeting that the viewer sees has each word of a search in its title, or in a name of
/// an office it was with as far as she may know that one.
fn has_words(viewer: &Viewer, search: &str) -> Condition {
    use meeting::Column;
    let reads_texts = may_read(viewer.role, Field::Unmatched);
    each_word(search, |word| {
        let named = meeting_stakeholder::Entity::find()
            .select_only()
            .column(meeting_stakeholder::Column::MeetingId)
            .join(JoinType::InnerJoin, to_stakeholder())
            .filter(visible_beside(viewer))
            .filter(stakeholder::Column::SearchKey.like(word));
        let found = Condition::any()
            .add(Column::TitleKey.like(word))
            .add(Column::Id.in_subquery(named.into_query()));
        if reads_texts {
            found.add(Column::TextsKey.like(word))
        } else {
            found
        }
    })
}

/// From an entry of a meeting to the stakeholder.
#[must_use]
pub fn to_stakeholder() -> RelationDef {
    meeting_stakeholder::Entity::belongs_to(stakeholder::Entity)
        .from(meeting_stakeholder::Column::StakeholderId)
        .to(stakeholder::Column::Id)
        .into()
}

/// From an entry to its meeting.
#[must_use]
pub fn to_meeting() -> RelationDef {
    meeting_stakeholder::Entity::belongs_to(meeting::Entity)
        .from(meeting_stakeholder::Column::MeetingId)
        .to(meeting::Column::Id)
        .into()
}

/// What a list of meetings is narrowed to. An empty list finds nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// With these words in the title or in the names of its offices.
    pub search: Option<String>,
    /// With one of these.
    pub stakeholders: Option<Vec<StakeholderId>>,
    /// With a stakeholder of one of these.
    pub categories: Option<Vec<StakeholderCategory>>,
    /// In which one of these members took part.
    pub members: Option<Vec<MemberId>>,
    /// Under one of these.
    pub programmes: Option<Vec<ProgrammeId>>,
    /// On one of these.
    pub topics: Option<Vec<TopicId>>,
    /// Concerning one of these or held in it.
    pub districts: Option<Vec<DistrictId>>,
    /// Of one of these.
    pub kinds: Option<Vec<MeetingKind>>,
    /// On this day or later.
    pub from: Option<NaiveDate>,
    /// On this day or before.
    pub to: Option<NaiveDate>,
    /// With a text that no office was matched to, or without one.
    pub has_unmatched: Option<bool>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The meetings that a viewer sees, narrowed.
#[must_use]
pub fn select(viewer: &Viewer, filter: Filter) -> Select<meeting::Entity> {
    use meeting::Column;
    let mut all = Condition::all()
        .add(visible(viewer))
        .add(is_archived(Column::ArchivedOn, filter.is_archived));
    if let Some(search) = &filter.search {
        all = all.add(has_words(viewer, search));
    }
    if let Some(stakeholders) = filter.stakeholders {
        all = all.add(Column::Id.in_subquery(with_seen_of(viewer, &stakeholders)));
    }
    if let Some(categories) = &filter.categories {
        all = all.add(Column::Id.in_subquery(with_seen_categories(viewer, categories)));
    }
    if let Some(members) = filter.members {
        all = all.add(Column::Id.in_subquery(attended_by(viewer, members)));
    }
    if let Some(programmes) = &filter.programmes {
        let visible = programme::read::visible(viewer);
        let ids = programmes.iter().copied();
        let seen =
            seen_ids::<entity::programme::Entity>(entity::programme::Column::Id, visible, ids);
        let under = meeting_programme::Entity::find()
            .select_only()
            .column(meeting_programme::Column::MeetingId)
            .filter(meeting_programme::Column::ProgrammeId.in_subquery(seen));
        all = all.add(Column::Id.in_subquery(under.into_query()));
    }
    if let Some(topics) = filter.topics {
        let on = meeting_topic::Entity::find()
            .select_only()
            .column(meeting_topic::Column::MeetingId)
            .filter(meeting_topic::Column::TopicId.is_in(topics));
        all = all.add(Column::Id.in_subquery(on.into_query()));
    }
    if let Some(districts) = &filter.districts {
        all = all.add(Column::Id.in_subquery(of_districts(districts)));
    }
    if let Some(kinds) = filter.kinds {
        all = all.add(Column::Kind.is_in(kinds));
    }
    if let Some(from) = filter.from {
        all = all.add(Column::FirstDay.gte(from));
    }
    if let Some(to) = filter.to {
        all = all.add(Column::FirstDay.lte(to));
    }
    if let Some(has_unmatched) = filter.has_unmatched {
        let unmatched = Column::Id.in_subquery(unmatched());
        all = all.add(if has_unmatched {
            unmatched
        } else {
            unmatched.not()
        });
    }
    meeting::Entity::find().filter(all)
}

/// The ids of the meetings that concern some districts or were held in one: two lists and no
/// `OR`, so that each side has its index on both engines.
fn of_districts(districts: &[DistrictId]) -> SelectStatement {
    let held = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(meeting::Column::HeldDistrictId.is_in(districts.iter().copied()));
    meeting_district::Entity::find()
        .select_only()
        .column(meeting_district::Column::MeetingId)
        .filter(meeting_district::Column::DistrictId.is_in(districts.iter().copied()))
        .into_query()
        .union(UnionType::All, held.into_query())
        .to_owned()
}

fn attended_by(viewer: &Viewer, members: Vec<MemberId>) -> SelectStatement {
    let people = member::Entity::find()
        .select_only()
        .column(member::Column::PersonId)
        .filter(member::Column::Id.is_in(members))
        .filter(members::read::visible(viewer));
    meeting_attendee::Entity::find()
        .select_only()
        .column(meeting_attendee::Column::MeetingId)
        .filter(meeting_attendee::Column::PersonId.in_subquery(people.into_query()))
        .into_query()
}

fn unmatched() -> SelectStatement {
    meeting_stakeholder::Entity::find()
        .select_only()
        .column(meeting_stakeholder::Column::MeetingId)
        .filter(meeting_stakeholder::Column::StakeholderId.is_null())
        .into_query()
}

/// The held meetings, of whatever day, that a viewer sees and that are in use.
#[must_use]
pub fn held(viewer: &Viewer) -> Condition {
    ever_held(viewer).add(meeting::Column::ArchivedOn.is_null())
}

/// The held meetings that a viewer sees, archived or not.
#[must_use]
pub fn ever_held(viewer: &Viewer) -> Condition {
    Condition::all()
        .add(visible(viewer))
        .add(meeting::Column::Status.eq(MeetingStatus::Held))
}
