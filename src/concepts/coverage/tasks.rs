//! The tasks about stakeholders, by group.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::enums::FollowUpStatus;
use entity::ids::{FollowUpActionId, ProgrammeId, StakeholderId};
use entity::{engagement, follow_up_action, meeting_programme, stakeholder};
use sea_orm::sea_query::{CaseStatement, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryResult,
    QuerySelect, QueryTrait, RelationDef,
};

use crate::concepts::access::context::Reader;
use crate::concepts::coverage::links::{join_keys, seen_programmes};
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::rules::Office;
use crate::concepts::coverage::rules::keys::{Dimension, Key, Keys, Measure};
use crate::concepts::meetings::read::{to_meeting, to_stakeholder};
use crate::concepts::stakeholders::read::visible_beside;
use crate::concepts::{engagements, follow_ups, meetings};
use crate::kit::fault::Fault;

/// The tasks of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tasks {
    /// Opened in the period.
    pub opened: BTreeSet<FollowUpActionId>,
    /// Done in the period.
    pub done: BTreeSet<FollowUpActionId>,
    /// Done in the period after their day.
    pub late: BTreeSet<FollowUpActionId>,
    /// Open on the day.
    pub open: BTreeSet<FollowUpActionId>,
    /// Open and past their day.
    pub overdue: BTreeSet<FollowUpActionId>,
    /// How many days those done took.
    pub days: BTreeMap<FollowUpActionId, i64>,
}

/// A task about a stakeholder.
#[derive(Clone, Debug)]
pub struct Task {
    id: FollowUpActionId,
    about: StakeholderId,
    due_on: Option<NaiveDate>,
    opened_on: NaiveDate,
    completed_on: Option<NaiveDate>,
    programme: Option<ProgrammeId>,
}

/// The tasks about stakeholders that matter to a period: once for each of these, and for each
/// programme where that is asked.
///
/// # Errors
/// When the database does not answer.
pub async fn tasks(
    reader: &Reader,
    period: &Period,
    by_programme: bool,
) -> Result<Vec<Task>, Fault> {
    let viewer = &reader.viewer;
    let by_meeting = vec![
        follow_ups::read::to_meeting_stakeholder(),
        to_meeting(),
        to_stakeholder(),
    ];
    let mut of_meetings = about(reader, period, by_meeting, meetings::read::visible(viewer));
    let to_office = engagement::Entity::belongs_to(stakeholder::Entity)
        .from(engagement::Column::StakeholderId)
        .to(stakeholder::Column::Id)
        .into();
    let by_engagement = vec![follow_ups::read::to_engagement(), to_office];
    let seen = engagements::read::visible(viewer);
    let mut of_engagements = about(reader, period, by_engagement, seen);
    if by_programme {
        let measure = Measure::ConcernsElseHeldIn;
        let programme = std::iter::once((0, Dimension::Programme));
        join_keys(&mut of_meetings, viewer, programme, measure);
        of_meetings.column((
            meeting_programme::Entity,
            meeting_programme::Column::ProgrammeId,
        ));
        let under = engagement::Column::ProgrammeId.in_subquery(seen_programmes(viewer));
        let id = engagement::Column::ProgrammeId.into_expr();
        let seen: SimpleExpr = CaseStatement::new().case(under, id).into();
        of_engagements.expr_as(seen, "programme_id");
    }
    let conn = reader.conn();
    let mut rows = conn.query_all(&of_meetings).await?;
    rows.extend(conn.query_all(&of_engagements).await?);
    let task = |row: QueryResult| {
        Ok(Task {
            id: row.try_get("", "id")?,
            about: row.try_get("", "about")?,
            due_on: row.try_get("", "due_on")?,
            opened_on: row.try_get("", "opened_on")?,
            completed_on: row.try_get("", "completed_on")?,
            programme: if by_programme {
                row.try_get("", "programme_id")?
            } else {
                None
            },
        })
    };
    rows.into_iter().map(task).collect()
}

fn about(
    reader: &Reader,
    period: &Period,
    way: Vec<RelationDef>,
    is_way_seen: Condition,
) -> SelectStatement {
    use follow_up_action::Column;
    let select = follow_up_action::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::DueOn,
            Column::OpenedOn,
            Column::CompletedOn,
        ])
        .column_as(stakeholder::Column::Id, "about")
        .filter(follow_ups::read::visible(&reader.viewer))
        .filter(is_of(period))
        .distinct();
    let select = way.into_iter().fold(select, |select, step| {
        select.join(JoinType::InnerJoin, step)
    });
    select
        .filter(is_way_seen)
        .filter(visible_beside(&reader.viewer))
        .into_query()
}

/// Whether a task was opened by the day, is not cancelled, was in use, and was not done before
/// the period.
fn is_of(period: &Period) -> Condition {
    use follow_up_action::Column;
    Condition::all()
        .add(Column::OpenedOn.lte(period.as_of))
        .add(period.is_recorded(Column::RecordedAt))
        .add(Column::Status.ne(FollowUpStatus::Cancelled))
        .add(
            Condition::any()
                .add(Column::CompletedOn.is_null())
                .add(Column::CompletedOn.gte(period.from)),
        )
        .add(
            Condition::any()
                .add(Column::ArchivedOn.is_null())
                .add(Column::ArchivedOn.gt(period.as_of)),
        )
}

/// The tasks of each group. By month or quarter, those done count by that day, all others by the
/// day on which they were opened.
#[must_use]
pub fn grouped(
    tasks: &[Task],
    offices: &BTreeMap<StakeholderId, Office>,
    dimensions: &[Dimension],
    period: &Period,
) -> BTreeMap<Keys, Tasks> {
    let mut groups: BTreeMap<Keys, Tasks> = BTreeMap::new();
    for task in tasks {
        let Some(office) = offices.get(&task.about) else {
            continue;
        };
        let places = |day: NaiveDate| {
            let key = |dimension: &Dimension| match dimension {
                Dimension::Programme => Some(task.programme.map_or(Key::None, Key::Programme)),
                Dimension::Month => Some(Key::month(day)),
                Dimension::Quarter => Some(Key::quarter(day)),
                _ => None,
            };
            let keys: Vec<_> = dimensions.iter().map(key).collect();
            office.groups(dimensions, &keys)
        };
        let done_on = task.completed_on.filter(|day| *day <= period.as_of);
        if let Some(done_on) = done_on {
            for keys in places(done_on) {
                let group = groups.entry(keys).or_default();
                group.done.insert(task.id);
                let days = (done_on - task.opened_on).num_days();
                group.days.insert(task.id, days);
                if task.due_on.is_some_and(|due| due < done_on) {
                    group.late.insert(task.id);
                }
            }
        }
        if done_on.is_some() && task.opened_on < period.from {
            continue;
        }
        for keys in places(task.opened_on) {
            let group = groups.entry(keys).or_default();
            if task.opened_on >= period.from {
                group.opened.insert(task.id);
            }
            if done_on.is_none() {
                group.open.insert(task.id);
                if task.due_on.is_some_and(|due| due < period.as_of) {
                    group.overdue.insert(task.id);
                }
            }
        }
    }
    groups
}

/// The median of the days that tasks took to be done, from ten on (reading 8).
#[must_use]
pub fn median(days: &BTreeMap<FollowUpActionId, i64>) -> Option<f64> {
    let mut days: Vec<i32> = days
        .values()
        .map(|days| i32::try_from(*days).unwrap_or(i32::MAX))
        .collect();
    days.sort_unstable();
    if days.len() < 10 {
        return None;
    }
    let half = days.len() / 2;
    let upper = f64::from(*days.get(half)?);
    if days.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(f64::from(*days.get(half - 1)?), upper))
}
