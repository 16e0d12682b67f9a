//! One answer of coverage, put together from what was read.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::ids::MeetingId;

use crate::concepts::access::context::Reader;
use crate::concepts::coverage::figures::Cell;
use crate::concepts::coverage::group::CoverageFigures;
use crate::concepts::coverage::letters::letters;
use crate::concepts::coverage::links::Grouping;
use crate::concepts::coverage::read::{Last, Period, contacts, last_meetings, meetings, offices};
use crate::concepts::coverage::rules::keys::{Dimension, Keys};
use crate::concepts::coverage::rules::{Group, count};
use crate::concepts::coverage::tasks::{Tasks, grouped, tasks};
use crate::kit::fault::Fault;

/// The figures of each group, in the order of their keys; those of the whole are the one without
/// keys of a grouping by nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn figures(
    reader: &Reader,
    period: Period,
    since: Option<NaiveDate>,
    grouping: &Grouping,
) -> Result<(CoverageFigures, Vec<(Keys, CoverageFigures)>), Fault> {
    let whole = Grouping {
        dimensions: Vec::new(),
        ..grouping.clone()
    };
    let dimensions = grouping.dimensions.as_slice();
    let offices = offices(reader, &period, since, grouping).await?;
    let mut contacts = contacts(reader, &period, grouping).await?;
    contacts.extend(letters(reader, &period, grouping).await?);
    let by_programme = dimensions.contains(&Dimension::Programme);
    let tasks = tasks(reader, &period, by_programme).await?;
    let stakeholders = [
        count(&offices, &contacts, &[]),
        count(&offices, &contacts, dimensions),
    ];
    let lasts = stakeholders.iter().flat_map(BTreeMap::values);
    let lasts = last_meetings(reader, &period, grouping, lasts).await?;
    let [total, groups] = stakeholders;
    let put =
        |counts: Counts, grouping: &Grouping| counts.put(&lasts, period, grouping, reader.today);
    let total = Counts {
        stakeholders: total,
        meetings: meetings(reader, &period, &whole).await?,
        tasks: grouped(&tasks, &offices, &[], &period),
    };
    let total = put(total, &whole).pop().map_or_else(
        || {
            let cell = Cell {
                period,
                grouping: whole.clone(),
                keys: Keys::new(),
            };
            CoverageFigures::none(cell, reader.today)
        },
        |(_, figures)| figures,
    );
    let groups = Counts {
        stakeholders: groups,
        meetings: meetings(reader, &period, grouping).await?,
        tasks: grouped(&tasks, &offices, dimensions, &period),
    };
    Ok((total, put(groups, grouping)))
}

/// What was counted in each group.
struct Counts {
    stakeholders: BTreeMap<Keys, Group>,
    meetings: BTreeMap<Keys, u64>,
    tasks: BTreeMap<Keys, Tasks>,
}

impl Counts {
    fn put(
        mut self,
        lasts: &BTreeMap<Last, MeetingId>,
        period: Period,
        grouping: &Grouping,
        today: NaiveDate,
    ) -> Vec<(Keys, CoverageFigures)> {
        let keys: BTreeSet<Keys> = self
            .stakeholders
            .keys()
            .chain(self.meetings.keys())
            .chain(self.tasks.keys())
            .cloned()
            .collect();
        let figures = keys.into_iter().map(|keys| {
            let grouping = grouping.clone();
            let cell = Cell {
                period,
                grouping,
                keys: keys.clone(),
            };
            let group = self.stakeholders.remove(&keys).unwrap_or_default();
            let figures = CoverageFigures {
                last_meeting: last_of(&group, lasts),
                group,
                tasks: self.tasks.remove(&keys).unwrap_or_default(),
                meetings: self.meetings.remove(&keys).unwrap_or_default(),
                ..CoverageFigures::none(cell, today)
            };
            (keys, figures)
        });
        figures.collect()
    }
}

fn last_of(group: &Group, lasts: &BTreeMap<Last, MeetingId>) -> Option<MeetingId> {
    let day = group.last_day?;
    let each = group.last_with.iter();
    each.filter_map(|(with, keys)| lasts.get(&(*with, day, keys.clone())))
        .max()
        .copied()
}
