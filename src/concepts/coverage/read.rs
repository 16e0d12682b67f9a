//! What coverage is counted from, a few statements whatever the number of groups.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use entity::enums::{MeetingKind, StakeholderCategory};
use entity::ids::{DistrictId, DivisionId, MeetingId, StakeholderId};
use entity::{
    district, engagement, meeting, meeting_stakeholder, stakeholder, stakeholder_district,
    stakeholder_topic,
};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryResult,
    QuerySelect, QueryTrait, RelationDef,
};

use crate::concepts::access::context::Reader;
use crate::concepts::coverage::links::{self, Grouping, join_keys, key_in, name_of};
use crate::concepts::coverage::period::{Period, recorded_by};
use crate::concepts::coverage::rules::keys::{Dimension, Key, Keys, Places, keys_of_places};
use crate::concepts::coverage::rules::{Contact, Group, Office, Way, spans};
use crate::concepts::meetings::read::{ever_held, held, to_meeting, with_seen_categories};
use crate::concepts::{engagements, stakeholders};
use crate::kit::fault::Fault;

/// The day of the first held meeting that the viewer sees.
///
/// # Errors
/// When the database does not answer.
pub async fn recorded_since(
    reader: &Reader,
    by: Option<DateTime<Utc>>,
) -> Result<Option<NaiveDate>, Fault> {
    let first: Option<Option<NaiveDate>> = meeting::Entity::find()
        .select_only()
        .expr(Func::min(Expr::col((
            meeting::Entity,
            meeting::Column::FirstDay,
        ))))
        .filter(held(&reader.viewer))
        .filter(recorded_by(by, meeting::Column::RecordedAt))
        .into_tuple()
        .one(reader.conn())
        .await?;
    Ok(first.flatten())
}

/// The stakeholders that the viewer sees, of some categories or of all, with the groups in which
/// each is by what it is.
///
/// # Errors
/// When the database does not answer.
pub async fn offices(
    reader: &Reader,
    period: &Period,
    since: Option<NaiveDate>,
    grouping: &Grouping,
) -> Result<BTreeMap<StakeholderId, Office>, Fault> {
    use stakeholder::Column;
    type Row = (
        StakeholderId,
        StakeholderCategory,
        StakeholderId,
        NaiveDate,
        Option<NaiveDate>,
        bool,
        Option<i32>,
    );
    let mut select = stakeholder::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Category,
            Column::InstitutionId,
            Column::InScopeSince,
            Column::ArchivedOn,
            Column::IsProvinceWide,
            Column::CadenceDays,
        ])
        .filter(stakeholders::read::visible(&reader.viewer))
        .filter(period.is_recorded(Column::RecordedAt));
    if let Some(categories) = &grouping.categories {
        select = select.filter(Column::Category.is_in(categories.iter().copied()));
    }
    let rows: Vec<Row> = select.into_tuple().all(reader.conn()).await?;
    let seen: BTreeSet<_> = rows.iter().map(|row| row.0).collect();
    let mut listed = Vec::new();
    for dimension in &grouping.dimensions {
        let all = grouping.dimensions.as_slice();
        listed.push(keys_of_offices(reader, period, *dimension, all).await?);
    }
    let months: Vec<Arc<[Key]>> = grouping
        .dimensions
        .iter()
        .map(|dimension| months_of(period, since, *dimension).into())
        .collect();
    let office = |row: Row| {
        let on = period.as_of;
        let (id, category, institution, in_scope_since, archived_on, is_wide, cadence_days) = row;
        let lists = grouping.dimensions.iter().zip(&listed).zip(&months);
        let lists = lists.map(|((dimension, keys), months)| match dimension {
            Dimension::Category | Dimension::Institution | Dimension::Stakeholder => Arc::default(),
            Dimension::Month | Dimension::Quarter => Arc::clone(months),
            Dimension::District | Dimension::Division | Dimension::Topic | Dimension::Programme => {
                let mut own = keys.get(&id).cloned().unwrap_or_default();
                if dimension.is_of_places() && is_wide {
                    own.push(Key::ProvinceWide);
                }
                if own.is_empty() {
                    own.push(Key::None);
                }
                own.into()
            }
        });
        let is_active = in_scope_since <= on && archived_on.is_none_or(|day| day > on);
        let office = Office {
            id,
            category,
            institution: if seen.contains(&institution) {
                institution
            } else {
                id
            },
            is_in_scope: match &grouping.list {
                Some(listed) => listed.stakeholders.contains(&id),
                None => is_active,
            },
            is_active,
            in_scope_since,
            cadence_days,
            lists: lists.collect(),
        };
        (id, office)
    };
    Ok(rows.into_iter().map(office).collect())
}

/// The months or quarters in which a period lies, from the first meeting on record.
fn months_of(period: &Period, since: Option<NaiveDate>, dimension: Dimension) -> Vec<Key> {
    let from = since.map_or(period.from, |since| Ord::max(since, period.from));
    let (first, step) = match dimension {
        Dimension::Quarter => (Key::quarter(from), 3),
        _ => (Key::month(from), 1),
    };
    let Key::Months(first, _) = first else {
        return Vec::new();
    };
    spans::months(first, period.as_of, step)
        .map(|day| Key::Months(day, step))
        .collect()
}

type KeysOf = BTreeMap<StakeholderId, Vec<Key>>;

/// The keys that stakeholders have by what they are in a dimension, one of some.
async fn keys_of_offices(
    reader: &Reader,
    period: &Period,
    dimension: Dimension,
    dimensions: &[Dimension],
) -> Result<KeysOf, Fault> {
    let conn = reader.conn();
    match dimension {
        Dimension::District | Dimension::Division => {
            let places = places_of_offices(reader).await?.into_iter();
            let keys = places.map(|(id, of)| (id, keys_of_places(&of, dimension, dimensions)));
            Ok(keys.collect())
        }
        Dimension::Topic => {
            let rows = stakeholder_topic::Entity::find().all(conn).await?;
            Ok(keyed(
                rows.into_iter()
                    .map(|row| (row.stakeholder_id, Key::Topic(row.topic_id))),
            ))
        }
        Dimension::Programme => {
            use engagement::Column;
            let rows: Vec<(StakeholderId, _)> = engagement::Entity::find()
                .select_only()
                .column(Column::StakeholderId)
                .column(Column::ProgrammeId)
                .filter(engagements::read::visible(&reader.viewer))
                .filter(period.is_recorded(Column::RecordedAt))
                .filter(Column::ProgrammeId.in_subquery(links::seen_programmes(&reader.viewer)))
                .into_tuple()
                .all(conn)
                .await?;
            Ok(keyed(
                rows.into_iter().map(|(id, key)| (id, Key::Programme(key))),
            ))
        }
        _ => Ok(KeysOf::new()),
    }
}

/// The places in which stakeholders work.
async fn places_of_offices(reader: &Reader) -> Result<BTreeMap<StakeholderId, Places>, Fault> {
    let to_district: RelationDef = stakeholder_district::Entity::belongs_to(district::Entity)
        .from(stakeholder_district::Column::DistrictId)
        .to(district::Column::Id)
        .into();
    let rows: Vec<(StakeholderId, DistrictId, DivisionId)> = stakeholder_district::Entity::find()
        .select_only()
        .columns([
            stakeholder_district::Column::StakeholderId,
            stakeholder_district::Column::DistrictId,
        ])
        .column(district::Column::DivisionId)
        .join(JoinType::InnerJoin, to_district)
        .into_tuple()
        .all(reader.conn())
        .await?;
    let mut places: BTreeMap<_, Places> = BTreeMap::new();
    for (id, district, division) in rows {
        places.entry(id).or_default().insert((district, division));
    }
    Ok(places)
}

fn keyed(rows: impl Iterator<Item = (StakeholderId, Key)>) -> KeysOf {
    let mut keys: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (id, key) in rows {
        keys.entry(id).or_default().insert(key);
    }
    let keys = keys.into_iter();
    keys.map(|(id, keys)| (id, keys.into_iter().collect()))
        .collect()
}

/// Whether a meeting is held, seen, recorded, and in use at the end of the period.
#[must_use]
pub fn held_by(reader: &Reader, period: &Period) -> Condition {
    let is_in_use = Condition::any()
        .add(meeting::Column::ArchivedOn.is_null())
        .add(meeting::Column::ArchivedOn.gt(period.as_of));
    ever_held(&reader.viewer)
        .add(is_in_use)
        .add(period.is_recorded(meeting::Column::RecordedAt))
}

/// The same, and it was in the period.
fn held_in(reader: &Reader, period: &Period) -> Condition {
    held_by(reader, period)
        .add(meeting::Column::FirstDay.gte(period.from))
        .add(meeting::Column::FirstDay.lte(period.to))
}

/// Whether a meeting is counted: held in the period, with somebody outside the caucus, and with
/// one of some categories where they are named.
#[must_use]
pub fn counted(
    reader: &Reader,
    period: &Period,
    categories: Option<&[StakeholderCategory]>,
) -> Condition {
    let all = held_in(reader, period).add(meeting::Column::Kind.ne(MeetingKind::Internal));
    match categories {
        Some(categories) => {
            let with = with_seen_categories(&reader.viewer, categories);
            all.add(meeting::Column::Id.in_subquery(with))
        }
        None => all,
    }
}

/// How many counted meetings touch each group, and where that is asked how many of them were courtesy
/// calls; one counts once in each (reading 4).
///
/// # Errors
/// When the database does not answer.
pub async fn meetings(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
    with_courtesy: bool,
) -> Result<BTreeMap<Keys, Meetings>, Fault> {
    let all = counted(reader, period, grouping.categories.as_deref());
    let (mut select, keys) = links::touching(&reader.viewer, all, grouping);
    let count = Expr::col((meeting::Entity, meeting::Column::Id)).count_distinct();
    select.expr_as(count, "meetings");
    if with_courtesy {
        let is_courtesy = meeting::Column::IsCourtesyCall.eq(true);
        let courtesy: SimpleExpr = CaseStatement::new()
            .case(is_courtesy, meeting::Column::Id.into_expr())
            .into();
        select.expr_as(courtesy.count_distinct(), "courtesy");
    }
    group_by(&mut select, keys.into_iter().enumerate());
    let mut groups: BTreeMap<Keys, Meetings> = BTreeMap::new();
    for row in reader.conn().query_all(&select).await? {
        let dimensions = grouping.dimensions.iter().enumerate();
        let keys: Result<Keys, Fault> = dimensions
            .map(|(at, dimension)| key_in(&row, at, *dimension))
            .collect();
        let count = |name: &str| {
            let count: i64 = row.try_get("", name)?;
            Ok::<_, Fault>(u64::try_from(count).unwrap_or_default())
        };
        // Three months make a quarter; a meeting is of one of them.
        let group = groups.entry(keys?).or_default();
        group.held += count("meetings")?;
        if with_courtesy {
            group.courtesy += count("courtesy")?;
        }
    }
    Ok(groups)
}

/// The meetings of one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meetings {
    /// Those held.
    pub held: u64,
    /// Those of them that were courtesy calls.
    pub courtesy: u64,
}

fn group_by(select: &mut SelectStatement, keys: impl Iterator<Item = (usize, SimpleExpr)>) {
    for (at, key) in keys {
        select.expr_as(key, name_of(at));
        select.add_group_by([Expr::col(name_of(at))]);
    }
}

/// A statement over the held meetings of the period with stakeholders, once for each of these,
/// with the keys of the dimensions that go by meetings.
fn encounters(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
) -> (SelectStatement, Vec<(usize, SimpleExpr)>) {
    let mut select = meeting_stakeholder::Entity::find()
        .select_only()
        .column(meeting_stakeholder::Column::StakeholderId)
        .join(JoinType::InnerJoin, to_meeting())
        .filter(held_in(reader, period))
        .filter(meeting_stakeholder::Column::StakeholderId.is_not_null())
        .into_query();
    let dimensions = grouping.dimensions.iter().copied().enumerate();
    let of_meetings = dimensions.filter(|(_, dimension)| dimension.is_of_meetings());
    let keys = join_keys(&mut select, &reader.viewer, of_meetings, grouping.measure);
    (select, keys)
}

fn meeting_keys(row: &QueryResult, grouping: &Grouping) -> Result<Vec<Option<Key>>, Fault> {
    let dimensions = grouping.dimensions.iter().enumerate();
    dimensions
        .map(|(at, dimension)| {
            dimension
                .is_of_meetings()
                .then(|| key_in(row, at, *dimension))
                .transpose()
        })
        .collect()
}

/// The contacts by meeting of the period, one row for each stakeholder, sort of meeting, and key.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
) -> Result<Vec<Contact>, Fault> {
    let (mut select, keys) = encounters(reader, period, grouping);
    let last = Func::max(Expr::col((meeting::Entity, meeting::Column::FirstDay)));
    select
        .column((meeting::Entity, meeting::Column::Kind))
        .column((meeting::Entity, meeting::Column::IsCourtesyCall))
        .column((
            meeting_stakeholder::Entity,
            meeting_stakeholder::Column::Attended,
        ))
        .expr_as(last, "last_day")
        .add_group_by([
            meeting_stakeholder::Column::StakeholderId.into_expr(),
            Expr::col((meeting::Entity, meeting::Column::Kind)),
            Expr::col((meeting::Entity, meeting::Column::IsCourtesyCall)),
            meeting_stakeholder::Column::Attended.into_expr(),
        ]);
    group_by(&mut select, keys.into_iter());
    let rows = reader.conn().query_all(&select).await?;
    let contact = |row: QueryResult| {
        Ok(Contact {
            office: row.try_get("", "stakeholder_id")?,
            way: Way::Meeting {
                kind: row.try_get("", "kind")?,
                attended: row.try_get("", "attended")?,
                is_courtesy: row.try_get("", "is_courtesy_call")?,
            },
            last_day: row.try_get("", "last_day")?,
            keys: meeting_keys(&row, grouping)?,
        })
    };
    rows.into_iter().map(contact).collect()
}

/// What tells the last meetings apart: with whom, on which day, with which keys.
pub type Last = (StakeholderId, NaiveDate, Vec<Option<Key>>);

/// The latest made of the meetings that were the last of some groups.
///
/// # Errors
/// When the database does not answer.
pub async fn last_meetings(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
    groups: impl Iterator<Item = &Group>,
) -> Result<BTreeMap<Last, MeetingId>, Fault> {
    let mut asked = BTreeSet::new();
    for group in groups {
        for (with, keys) in &group.last_with {
            asked.extend(group.last_day.map(|day| (*with, day, keys.clone())));
        }
    }
    if asked.is_empty() {
        return Ok(BTreeMap::new());
    }
    let offices: BTreeSet<_> = asked.iter().map(|(with, ..)| *with).collect();
    let days: BTreeSet<_> = asked.iter().map(|(_, day, _)| *day).collect();
    let (mut select, keys) = encounters(reader, period, grouping);
    select
        .column((meeting::Entity, meeting::Column::Id))
        .column((meeting::Entity, meeting::Column::FirstDay))
        .and_where(meeting::Column::Kind.eq(MeetingKind::Stakeholder))
        .and_where(meeting_stakeholder::Column::Attended.eq(true))
        .and_where(meeting_stakeholder::Column::StakeholderId.is_in(offices))
        .and_where(meeting::Column::FirstDay.is_in(days));
    for (at, key) in keys {
        select.expr_as(key, name_of(at));
    }
    let mut found: BTreeMap<Last, MeetingId> = BTreeMap::new();
    for row in reader.conn().query_all(&select).await? {
        let keys = meeting_keys(&row, grouping)?;
        let last = (
            row.try_get("", "stakeholder_id")?,
            row.try_get("", "first_day")?,
            keys,
        );
        let id = row.try_get("", "id")?;
        let latest = found.entry(last).or_insert(id);
        *latest = Ord::max(id, *latest);
    }
    Ok(found)
}
