//! The people who were met, and the heads that were counted without names, by group.

use std::collections::BTreeMap;

use entity::enums::{Attendance, Capacity, MeetingKind};
use entity::ids::StakeholderId;
use entity::{meeting, meeting_attendee, meeting_group, person};
use sea_orm::sea_query::{ExprTrait, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, Iterable, JoinType, QueryFilter,
    QueryResult, QuerySelect, QueryTrait, RelationDef,
};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{Field, may_read};
use crate::concepts::coverage::links::{Grouping, join_keys, key_in, name_of, touching};
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::read::counted;
use crate::concepts::coverage::rules::keys::{Dimension, Key, Keys};
use crate::concepts::coverage::rules::people::{Company, Heads, Met, People, grouped};
use crate::concepts::coverage::rules::withheld::{Groups, Told, told};
use crate::concepts::coverage::rules::{Office, StakeholderCategoryKey};
use crate::concepts::people::read::visible;
use crate::kit::fault::Fault;

/// Something of the whole, which has no keys, and of each group.
#[derive(Debug)]
pub struct Counts<T> {
    whole: BTreeMap<Keys, T>,
    groups: BTreeMap<Keys, T>,
}

impl<T> Default for Counts<T> {
    fn default() -> Self {
        Self {
            whole: BTreeMap::new(),
            groups: BTreeMap::new(),
        }
    }
}

impl<T: Clone> Counts<T> {
    /// That of the groups, or of the whole, which is grouped by nothing.
    #[must_use]
    pub fn by(&self, dimensions: &[Dimension]) -> BTreeMap<Keys, T> {
        if dimensions.is_empty() {
            self.whole.clone()
        } else {
            self.groups.clone()
        }
    }
}

/// Reads the people met. Who is not told small counts is told how many there were of whole quarters,
/// which overlap nowhere, in all and by category; nothing where what is counted is narrowed, by
/// another grouping or by gender, since such answers would tell of their difference.
///
/// # Errors
/// When the database does not answer.
pub async fn companies(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
    offices: &BTreeMap<StakeholderId, Office>,
) -> Result<Counts<Company>, Fault> {
    let own = grouping.dimensions.as_slice();
    let mut dimensions = own.to_vec();
    if !own.contains(&Dimension::Category) {
        dimensions.push(Dimension::Category);
    }
    let met = met(reader, period, grouping, &dimensions, offices).await?;
    let by: Vec<_> = (0..own.len()).collect();
    let (whole, groups) = (grouped(&met, &[]), grouped(&met, &by));
    if may_read(reader.viewer.role, Field::SmallCounts) {
        let (whole, groups) = (told_all(whole), told_all(groups));
        return Ok(Counts { whole, groups });
    }
    let is_narrowed = grouping.categories.is_some() || period.recorded_by.is_some();
    let mut of_whole = Told::Nothing;
    let mut of_groups = Groups::new();
    if period.is_quarter() && !is_narrowed {
        let category = dimensions
            .iter()
            .position(|one| *one == Dimension::Category);
        let people = whole.values().next().cloned().unwrap_or_default();
        let by_category;
        (of_whole, by_category) = told(&people, &grouped(&met, category.as_slice()));
        if *own == [Dimension::Category] {
            of_groups = by_category;
        }
    }
    let of_whole = whole.keys().map(|keys| (keys.clone(), of_whole)).collect();
    Ok(Counts {
        whole: of(whole, &of_whole),
        groups: of(groups, &of_groups),
    })
}

fn told_all(groups: Groups<People>) -> Groups<Company> {
    let told = Told::Genders;
    let company = |(keys, people)| (keys, Company { people, told });
    groups.into_iter().map(company).collect()
}

fn of(groups: Groups<People>, told: &Groups<Told>) -> Groups<Company> {
    let company = |(keys, people)| {
        let told = told.get(&keys).copied().unwrap_or(Told::Nothing);
        (keys, Company { people, told })
    };
    groups.into_iter().map(company).collect()
}

/// Who came to the two-way meetings that are counted, for an office that is counted or for none:
/// by category, institution and office where that is, for the rest where the meeting is.
async fn met(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
    dimensions: &[Dimension],
    offices: &BTreeMap<StakeholderId, Office>,
) -> Result<Vec<Met>, Fault> {
    let mut select = came(reader, period, grouping);
    let of_meeting = dimensions.iter().copied().enumerate();
    let of_meeting = of_meeting.filter(|(_, dimension)| !dimension.is_of_offices());
    for (at, key) in join_keys(&mut select, &reader.viewer, of_meeting, grouping.measure) {
        select.expr_as(key, name_of(at));
    }
    // Whether somebody came for an office that the viewer does not see or for one that is only
    // written, is the same to her; to a partner, who reads of no such office, neither was met.
    let is_of_office = reader.viewer.is_partner() || grouping.categories.is_some();
    let mut met = Vec::new();
    for row in reader.conn().query_all(&select).await? {
        let (capacity, office): (Capacity, Option<StakeholderId>) = (
            row.try_get("", "capacity")?,
            row.try_get("", "stakeholder_id")?,
        );
        let office = office.and_then(|id| offices.get(&id));
        let is_left_out = match capacity {
            Capacity::Stakeholder => is_of_office,
            _ => grouping.categories.is_some(),
        };
        if office.is_none() && is_left_out {
            continue;
        }
        met.push(Met {
            person: row.try_get("", "person_id")?,
            gender: row.try_get("", "gender")?,
            keys: keys(&row, dimensions, office)?,
        });
    }
    Ok(met)
}

fn keys(
    row: &QueryResult,
    dimensions: &[Dimension],
    office: Option<&Office>,
) -> Result<Keys, Fault> {
    let key = |(at, dimension): (usize, &Dimension)| match (dimension, office) {
        (Dimension::Category, Some(office)) => {
            Ok(Key::Category(StakeholderCategoryKey::of(office.category)))
        }
        (Dimension::Institution, Some(office)) => Ok(Key::Stakeholder(office.institution)),
        (Dimension::Stakeholder, Some(office)) => Ok(Key::Stakeholder(office.id)),
        (dimension, None) if dimension.is_of_offices() => Ok(Key::None),
        _ => key_in(row, at, *dimension),
    };
    dimensions.iter().enumerate().map(key).collect()
}

/// A statement over those who came to the meetings, members and staff left out.
fn came(reader: &Reader, period: &Period, grouping: &Grouping) -> SelectStatement {
    use meeting_attendee::Column;
    let to_meeting: RelationDef = meeting_attendee::Entity::belongs_to(meeting::Entity)
        .from(Column::MeetingId)
        .to(meeting::Column::Id)
        .into();
    let to_person: RelationDef = meeting_attendee::Entity::belongs_to(person::Entity)
        .from(Column::PersonId)
        .to(person::Column::Id)
        .into();
    meeting_attendee::Entity::find()
        .select_only()
        .columns([Column::PersonId, Column::Capacity, Column::StakeholderId])
        .column(person::Column::Gender)
        .join(JoinType::InnerJoin, to_meeting)
        .join(JoinType::InnerJoin, to_person)
        .filter(counted(reader, period, grouping.categories.as_deref()))
        .filter(meeting::Column::Kind.eq(MeetingKind::Stakeholder))
        .filter(Column::Capacity.is_in([Capacity::Stakeholder, Capacity::Oneself]))
        .filter(Column::Attendance.is_in([Attendance::Attended, Attendance::Partly]))
        .filter(visible(&reader.viewer))
        .distinct()
        .into_query()
}

/// Reads the heads that were counted; a meeting is in every group that it touches.
///
/// # Errors
/// When the database does not answer.
pub async fn heads(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
) -> Result<Counts<Heads>, Fault> {
    let whole = Grouping {
        dimensions: Vec::new(),
        ..grouping.clone()
    };
    Ok(Counts {
        whole: heads_of(reader, period, &whole).await?,
        groups: heads_of(reader, period, grouping).await?,
    })
}

async fn heads_of(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
) -> Result<Groups<Heads>, Fault> {
    let with_small = may_read(reader.viewer.role, Field::SmallCounts);
    let all = counted(reader, period, grouping.categories.as_deref());
    let (mut select, keys) = touching(&reader.viewer, all, grouping);
    let at = meeting_group::Column::MeetingId.into_expr();
    let of_meeting = at.eq(meeting::Column::Id.into_expr());
    select.inner_join(meeting_group::Entity, of_meeting);
    select.columns(meeting_group::Column::iter().map(|column| (meeting_group::Entity, column)));
    for (at, key) in keys.into_iter().enumerate() {
        select.expr_as(key, name_of(at));
    }
    select.distinct();
    let mut groups: BTreeMap<Keys, Heads> = BTreeMap::new();
    for row in reader.conn().query_all(&select).await? {
        let dimensions = grouping.dimensions.iter().enumerate();
        let keys: Result<Keys, Fault> = dimensions
            .map(|(at, dimension)| key_in(&row, at, *dimension))
            .collect();
        let group = meeting_group::Model::from_query_result(&row, "")?;
        groups.entry(keys?).or_default().add(&group, with_small);
    }
    Ok(groups)
}
