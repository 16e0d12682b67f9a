//! One answer of coverage, put together from what was read.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::ids::{MeetingId, StakeholderId};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{Field, may_read};
use crate::concepts::coverage::figures::Cell;
use crate::concepts::coverage::group::CoverageFigures;
use crate::concepts::coverage::last_met::{Whose, last_met};
use crate::concepts::coverage::letters::letters;
use crate::concepts::coverage::links::Grouping;
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::read::{Last, contacts, last_meetings, meetings, offices};
use crate::concepts::coverage::rules::cadence::{Cadences, LastMet, cadences};
use crate::concepts::coverage::rules::keys::{Dimension, Keys};
use crate::concepts::coverage::rules::{Group, Office, count};
use crate::concepts::coverage::tasks::{Tasks, grouped, tasks};
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::AbsenceReason;

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
    let cadence = Judged::read(reader, &period).await?;
    let [total, groups] = stakeholders;
    let put =
        |counts: Counts, grouping: &Grouping| counts.put(&lasts, period, grouping, reader.today);
    let total = Counts {
        stakeholders: total,
        meetings: meetings(reader, &period, &whole).await?,
        tasks: grouped(&tasks, &offices, &[], &period),
        cadence: cadence.grouped(&offices, &[]),
    };
    let total = put(total, &whole).pop().map_or_else(
        || {
            let cell = Cell {
                period,
                grouping: whole.clone(),
                keys: Keys::new(),
            };
            CoverageFigures {
                cadence: cadence.grouped(&offices, &[]).map(|_| Cadences::default()),
                ..CoverageFigures::none(cell, reader.today)
            }
        },
        |(_, figures)| figures,
    );
    let groups = Counts {
        stakeholders: groups,
        meetings: meetings(reader, &period, grouping).await?,
        tasks: grouped(&tasks, &offices, dimensions, &period),
        cadence: cadence.grouped(&offices, dimensions),
    };
    Ok((total, put(groups, grouping)))
}

/// What was counted in each group.
struct Counts {
    stakeholders: BTreeMap<Keys, Group>,
    meetings: BTreeMap<Keys, u64>,
    tasks: BTreeMap<Keys, Tasks>,
    cadence: Result<BTreeMap<Keys, Cadences>, AbsenceReason>,
}

/// By what cadences are judged: the last meetings and the day; nothing where they are not for the
/// viewer.
struct Judged {
    last: Option<LastMet>,
    on: NaiveDate,
}

impl Judged {
    async fn read(reader: &Reader, period: &Period) -> Result<Self, Fault> {
        let last = if may_read(reader.viewer.role, Field::StakeholderCadence) {
            Some(last_met(reader, period, Whose::WithCadence).await?)
        } else {
            None
        };
        let on = period.as_of;
        Ok(Self { last, on })
    }

    /// How cadences stand in each group. They are judged on one day, and so not by month.
    fn grouped(
        &self,
        offices: &BTreeMap<StakeholderId, Office>,
        dimensions: &[Dimension],
    ) -> Result<BTreeMap<Keys, Cadences>, AbsenceReason> {
        let last = self.last.as_ref().ok_or(AbsenceReason::NotShared)?;
        let is_by_time = |one: &Dimension| matches!(one, Dimension::Month | Dimension::Quarter);
        if dimensions.iter().any(is_by_time) {
            return Err(AbsenceReason::NotCollected);
        }
        Ok(cadences(offices, last, dimensions, self.on))
    }
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
                cadence: match &mut self.cadence {
                    Ok(groups) => Ok(groups.remove(&keys).unwrap_or_default()),
                    Err(absence) => Err(*absence),
                },
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
