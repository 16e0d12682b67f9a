//! What coverage is counted from, a few statements whatever the number of groups.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::enums::{FollowUpStatus, MeetingKind, StakeholderCategory};
use entity::ids::{FollowUpActionId, StakeholderId};
use entity::{engagement, follow_up_action, meeting, meeting_stakeholder, stakeholder};
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait, RelationDef,
};

use crate::concepts::access::context::Reader;
use crate::concepts::coverage::rules::{Contact, Office, StakeholderCategoryKey};
use crate::concepts::meetings::read::{
    ever_held, held, to_meeting, to_stakeholder, with_seen_categories,
};
use crate::concepts::stakeholders::read::visible_beside;
use crate::concepts::{engagements, follow_ups, meetings, stakeholders};
use crate::kit::fault::Fault;

/// A span of days, both inside, and the day on which states are judged: its last, or today if
/// that is earlier (reading 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The day on which states are judged.
    pub as_of: NaiveDate,
}

/// The day of the first held meeting that the viewer sees.
///
/// # Errors
/// When the database does not answer.
pub async fn recorded_since(reader: &Reader) -> Result<Option<NaiveDate>, Fault> {
    let first: Option<Option<NaiveDate>> = meeting::Entity::find()
        .select_only()
        .expr(Func::min(Expr::col((
            meeting::Entity,
            meeting::Column::FirstDay,
        ))))
        .filter(held(&reader.viewer))
        .into_tuple()
        .one(reader.conn())
        .await?;
    Ok(first.flatten())
}

/// The stakeholders that the viewer sees, of some categories or of all.
///
/// # Errors
/// When the database does not answer.
pub async fn offices(
    reader: &Reader,
    period: &Period,
    categories: Option<&[StakeholderCategory]>,
) -> Result<Vec<Office>, Fault> {
    use stakeholder::Column;
    type Row = (
        StakeholderId,
        StakeholderCategory,
        StakeholderId,
        NaiveDate,
        Option<NaiveDate>,
    );
    let mut select = stakeholder::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Category,
            Column::InstitutionId,
            Column::InScopeSince,
            Column::ArchivedOn,
        ])
        .filter(stakeholders::read::visible(&reader.viewer));
    if let Some(categories) = categories {
        select = select.filter(Column::Category.is_in(categories.iter().copied()));
    }
    let rows: Vec<Row> = select.into_tuple().all(reader.conn()).await?;
    let office = |(id, category, institution, since, archived_on): Row| Office {
        id,
        category,
        institution,
        is_in_scope: since <= period.as_of && archived_on.is_none_or(|on| on > period.as_of),
    };
    Ok(rows.into_iter().map(office).collect())
}

/// Whether a meeting is held, seen, and of the period.
#[must_use]
pub fn held_in(reader: &Reader, period: &Period) -> Condition {
    let is_in_use = Condition::any()
        .add(meeting::Column::ArchivedOn.is_null())
        .add(meeting::Column::ArchivedOn.gt(period.as_of));
    ever_held(&reader.viewer)
        .add(is_in_use)
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

/// Whether a meeting is one that somebody, of some categories or of any, attended: what makes a
/// stakeholder met.
#[must_use]
pub fn met(
    reader: &Reader,
    period: &Period,
    categories: Option<&[StakeholderCategory]>,
) -> Condition {
    let mut attended = meeting_stakeholder::Entity::find()
        .select_only()
        .column(meeting_stakeholder::Column::MeetingId)
        .join(JoinType::InnerJoin, to_stakeholder())
        .filter(meeting_stakeholder::Column::Attended.eq(true))
        .filter(stakeholders::read::visible(&reader.viewer));
    if let Some(categories) = categories {
        attended = attended.filter(stakeholder::Column::Category.is_in(categories.iter().copied()));
    }
    held_in(reader, period)
        .add(meeting::Column::Kind.eq(MeetingKind::Stakeholder))
        .add(meeting::Column::Id.in_subquery(attended.into_query()))
}

/// The contacts of the period, one row for each stakeholder and sort of meeting.
///
/// # Errors
/// When the database does not answer.
pub async fn contacts(reader: &Reader, period: &Period) -> Result<Vec<Contact>, Fault> {
    type Row = (StakeholderId, MeetingKind, bool, NaiveDate);
    let rows: Vec<Row> = meeting_stakeholder::Entity::find()
        .select_only()
        .column(meeting_stakeholder::Column::StakeholderId)
        .column(meeting::Column::Kind)
        .column(meeting_stakeholder::Column::Attended)
        .expr(Func::max(Expr::col((
            meeting::Entity,
            meeting::Column::FirstDay,
        ))))
        .join(JoinType::InnerJoin, to_meeting())
        .filter(held_in(reader, period))
        .filter(meeting_stakeholder::Column::StakeholderId.is_not_null())
        .group_by(meeting_stakeholder::Column::StakeholderId)
        .group_by(meeting::Column::Kind)
        .group_by(meeting_stakeholder::Column::Attended)
        .into_tuple()
        .all(reader.conn())
        .await?;
    let contact = |(office, kind, attended, last_day): Row| Contact {
        office,
        kind,
        attended,
        last_day,
    };
    Ok(rows.into_iter().map(contact).collect())
}

/// How many counted meetings touch each category; one counts once in each (reading 4).
///
/// # Errors
/// When the database does not answer.
pub async fn meetings_by_category(
    reader: &Reader,
    period: &Period,
) -> Result<BTreeMap<StakeholderCategoryKey, u64>, Fault> {
    let rows: Vec<(StakeholderCategory, i64)> = meeting_stakeholder::Entity::find()
        .select_only()
        .column(stakeholder::Column::Category)
        .expr(Expr::col((meeting::Entity, meeting::Column::Id)).count_distinct())
        .join(JoinType::InnerJoin, to_meeting())
        .join(JoinType::InnerJoin, to_stakeholder())
        .filter(counted(reader, period, None))
        .filter(visible_beside(&reader.viewer))
        .group_by(stakeholder::Column::Category)
        .into_tuple()
        .all(reader.conn())
        .await?;
    let counts = rows.into_iter().map(|(category, count)| {
        (
            StakeholderCategoryKey::of(category),
            u64::try_from(count).unwrap_or_default(),
        )
    });
    Ok(counts.collect())
}

/// How many meetings are counted, each once.
///
/// # Errors
/// When the database does not answer.
pub async fn meetings(
    reader: &Reader,
    period: &Period,
    categories: Option<&[StakeholderCategory]>,
) -> Result<u64, Fault> {
    let all = counted(reader, period, categories);
    Ok(meeting::Entity::find()
        .filter(all)
        .count(reader.conn())
        .await?)
}

/// The tasks of one category: those open on the day, and those of them past theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tasks {
    /// Open on the day.
    pub open: BTreeSet<FollowUpActionId>,
    /// Open and past their day.
    pub overdue: BTreeSet<FollowUpActionId>,
}

/// The tasks about stakeholders, by category.
///
/// # Errors
/// When the database does not answer.
pub async fn tasks_by_category(
    reader: &Reader,
    period: &Period,
) -> Result<BTreeMap<StakeholderCategoryKey, Tasks>, Fault> {
    let by_meeting = vec![
        follow_ups::read::to_meeting_stakeholder(),
        to_meeting(),
        to_stakeholder(),
    ];
    let by_engagement = vec![
        follow_ups::read::to_engagement(),
        engagement_to_stakeholder(),
    ];
    let viewer = &reader.viewer;
    let mut found = tasks(reader, period, by_meeting, meetings::read::visible(viewer)).await?;
    let seen = engagements::read::visible(viewer);
    found.extend(tasks(reader, period, by_engagement, seen).await?);
    let mut groups: BTreeMap<_, Tasks> = BTreeMap::new();
    for (category, id, due_on) in found {
        let group = groups
            .entry(StakeholderCategoryKey::of(category))
            .or_default();
        group.open.insert(id);
        if due_on.is_some_and(|due| due < period.as_of) {
            group.overdue.insert(id);
        }
    }
    Ok(groups)
}

fn engagement_to_stakeholder() -> RelationDef {
    engagement::Entity::belongs_to(stakeholder::Entity)
        .from(engagement::Column::StakeholderId)
        .to(stakeholder::Column::Id)
        .into()
}

type Task = (StakeholderCategory, FollowUpActionId, Option<NaiveDate>);

async fn tasks(
    reader: &Reader,
    period: &Period,
    way: Vec<RelationDef>,
    is_way_seen: Condition,
) -> Result<Vec<Task>, Fault> {
    use follow_up_action::Column;
    let select = follow_up_action::Entity::find()
        .select_only()
        .column(stakeholder::Column::Category)
        .column(Column::Id)
        .column(Column::DueOn)
        .filter(follow_ups::read::visible(&reader.viewer))
        .filter(is_open_on(period.as_of))
        .distinct();
    let select = way.into_iter().fold(select, |select, step| {
        select.join(JoinType::InnerJoin, step)
    });
    let select = select
        .filter(is_way_seen)
        .filter(visible_beside(&reader.viewer));
    Ok(select.into_tuple().all(reader.conn()).await?)
}

/// Whether a task was open on a day: opened by then, not done by then, not cancelled, in use.
fn is_open_on(day: NaiveDate) -> Condition {
    use follow_up_action::Column;
    Condition::all()
        .add(Column::OpenedOn.lte(day))
        .add(Column::Status.ne(FollowUpStatus::Cancelled))
        .add(
            Condition::any()
                .add(Column::CompletedOn.is_null())
                .add(Column::CompletedOn.gt(day)),
        )
        .add(
            Condition::any()
                .add(Column::ArchivedOn.is_null())
                .add(Column::ArchivedOn.gt(day)),
        )
}
