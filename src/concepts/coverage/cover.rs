//! One answer of coverage, put together from what was read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use async_graphql::{Context, Result};
use chrono::NaiveDate;
use entity::ids::{EngagementId, MeetingId, StakeholderId};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::coverage::counts::CoverageFigures;
use crate::concepts::coverage::figures::Cell;
use crate::concepts::coverage::last_met::{Whose, last_met};
use crate::concepts::coverage::letters::letters;
use crate::concepts::coverage::links::Grouping;
use crate::concepts::coverage::people::{self, companies, heads};
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::promises::promises;
use crate::concepts::coverage::read::{Last, Meetings, contacts, last_meetings, meetings, offices};
use crate::concepts::coverage::rules::cadence::{Cadences, LastMet, cadences};
use crate::concepts::coverage::rules::keys::{Dimension, Keys};
use crate::concepts::coverage::rules::people::{Company, Heads};
use crate::concepts::coverage::rules::promises::{Promised, Promises};
use crate::concepts::coverage::rules::{self, Contact, Group, Office, count};
use crate::concepts::coverage::tasks::{Task, Tasks, grouped, tasks};
use crate::concepts::coverage::work::{self, Line, lines};
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::AbsenceReason;
use crate::kit::user_error::{Path, UserError, UserErrorCode};

/// The most groups of an answer.
const MOST_GROUPS: usize = 10_000;

/// The most places that the stakeholders of an answer take in its groups, one for each of both.
const MOST_PLACES: usize = 100_000;

/// Figures that take statements of their own, by the fields that show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    InScope,
    Meetings,
    Courtesy,
    Contacts,
    Tasks,
    Cadence,
    Work,
    Promises,
    People,
    Heads,
}

const PARTS: [(Part, &[&str]); 10] = [
    (Part::InScope, &["inScope"]),
    (Part::Meetings, &["meetingsHeld", "courtesyCalls"]),
    (Part::Courtesy, &["courtesyCalls"]),
    (
        Part::Contacts,
        &[
            "met",
            "metOnCourtesyOnly",
            "contactedOnly",
            "presentOnly",
            "notReached",
            "unplanned",
            "lastMeeting",
            "lastMeetingOn",
            "daysSinceLastMeeting",
        ],
    ),
    (
        Part::Tasks,
        &[
            "tasksOpened",
            "tasksDone",
            "tasksLate",
            "tasksOpen",
            "tasksOverdue",
            "daysToClose",
            "daysToCloseAbsence",
        ],
    ),
    (
        Part::Cadence,
        &["cadenceKept", "cadenceOverdue", "cadenceLongOverdue"],
    ),
    (Part::Work, &["engagementsActive"]),
    (
        Part::Promises,
        &[
            "commitmentsMade",
            "commitmentsJudged",
            "commitmentsReported",
            "amounts",
        ],
    ),
    (Part::People, &["peopleMet"]),
    (Part::Heads, &["headcount"]),
];

/// Which of these are asked for, of the whole and of the groups. What is not asked for is not read.
#[derive(Clone, Debug)]
pub struct Asked {
    of_whole: Vec<Part>,
    of_groups: Vec<Part>,
}

impl Asked {
    /// By what is asked for below the field: of the whole in its `total`, of groups in some places.
    #[must_use]
    pub fn of(ctx: &Context<'_>, places_of_groups: &[&[&str]]) -> Self {
        Self {
            of_whole: parts(ctx, &[&["total"]]),
            of_groups: parts(ctx, places_of_groups),
        }
    }

    fn has(&self, part: Part) -> bool {
        self.of_whole.contains(&part) || self.of_groups.contains(&part)
    }
}

fn parts(ctx: &Context<'_>, places: &[&[&str]]) -> Vec<Part> {
    let is_asked = |names: &[&str]| {
        let mut places = places.iter();
        places.any(|place| {
            names
                .iter()
                .any(|name| ctx.asked(&[place, [*name].as_slice()].concat()))
        })
    };
    let asked = PARTS.iter().filter(|(_, names)| is_asked(names));
    asked.map(|(part, _)| *part).collect()
}

/// The figures of each group, in the order of their keys; those of the whole are the one without
/// keys of a grouping by nothing.
///
/// # Errors
/// When there are more groups than can be answered, or the database does not answer.
pub async fn figures(
    reader: &Reader,
    period: Period,
    since: Option<NaiveDate>,
    grouping: &Grouping,
    asked: &Asked,
) -> Result<(CoverageFigures, Vec<(Keys, CoverageFigures)>)> {
    let whole = Grouping {
        dimensions: Vec::new(),
        ..grouping.clone()
    };
    let offices = offices(reader, &period, since, grouping).await?;
    let places = offices
        .values()
        .map(|office| office.places(&grouping.dimensions));
    bounded(places.fold(0, usize::saturating_add), MOST_PLACES)?;
    let found = Found::read(reader, &period, grouping, offices, asked).await?;
    let total = found.stakeholders(&[]);
    let groups = found.stakeholders(&grouping.dimensions);
    bounded(groups.len(), MOST_GROUPS)?;
    let lasts = total.values().chain(groups.values());
    let lasts = last_meetings(reader, &period, grouping, lasts).await?;
    let of_whole = held(reader, &period, &whole, &asked.of_whole).await?;
    let total = found.counts(total, of_whole, &[], &period);
    let total = total
        .put(&lasts, &whole, &found, period, reader.today)
        .pop();
    let total = total.map_or_else(
        || found.nothing(period, whole, reader.today),
        |(_, one)| one,
    );
    let of_groups = held(reader, &period, grouping, &asked.of_groups).await?;
    let groups = found.counts(groups, of_groups, &grouping.dimensions, &period);
    let groups = groups.put(&lasts, grouping, &found, period, reader.today);
    bounded(groups.len(), MOST_GROUPS)?;
    Ok((total, groups))
}

/// The meetings of each group, as far as they are asked for.
async fn held(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
    asked: &[Part],
) -> Result<BTreeMap<Keys, Meetings>, Fault> {
    if asked.contains(&Part::Meetings) {
        let with_courtesy = asked.contains(&Part::Courtesy);
        return meetings(reader, period, grouping, with_courtesy).await;
    }
    Ok(BTreeMap::new())
}

fn bounded(count: usize, most: usize) -> Result<(), UserError> {
    if count <= most {
        return Ok(());
    }
    let message = format!(
        "There are more than {MOST_GROUPS} groups, or {MOST_PLACES} places of stakeholders in them: \
         shorten the period, narrow the categories, or group by less."
    );
    let at = Path::root().field("groupBy");
    Err(UserError::new(UserErrorCode::Invalid, &at, message))
}

/// What was read, before it is counted by group.
struct Found {
    offices: BTreeMap<StakeholderId, Office>,
    contacts: Vec<Contact>,
    tasks: Vec<Task>,
    cadence: Judged,
    work: Vec<Line>,
    promises: Arc<Promises>,
    people: people::Counts<Company>,
    heads: people::Counts<Heads>,
}

impl Found {
    async fn read(
        reader: &Reader,
        period: &Period,
        grouping: &Grouping,
        offices: BTreeMap<StakeholderId, Office>,
        asked: &Asked,
    ) -> Result<Self, Fault> {
        let by_programme = grouping.dimensions.contains(&Dimension::Programme);
        // Who was reached under a programme is in its scope too.
        let contacts = if asked.has(Part::Contacts) || by_programme && asked.has(Part::InScope) {
            let mut all = contacts(reader, period, grouping).await?;
            all.extend(letters(reader, period, grouping).await?);
            all
        } else {
            Vec::new()
        };
        let people = if asked.has(Part::People) {
            companies(reader, period, grouping, &offices).await?
        } else {
            people::Counts::default()
        };
        Ok(Self {
            offices,
            contacts,
            tasks: if asked.has(Part::Tasks) {
                tasks(reader, period, by_programme).await?
            } else {
                Vec::new()
            },
            cadence: Judged::read(reader, period, asked.has(Part::Cadence)).await?,
            work: if asked.has(Part::Work) {
                lines(reader, period).await?
            } else {
                Vec::new()
            },
            promises: if asked.has(Part::Promises) {
                Arc::new(promises(reader, period, &grouping.dimensions).await?)
            } else {
                Arc::default()
            },
            people,
            heads: if asked.has(Part::Heads) {
                heads(reader, period, grouping).await?
            } else {
                people::Counts::default()
            },
        })
    }

    fn stakeholders(&self, dimensions: &[Dimension]) -> BTreeMap<Keys, Group> {
        count(&self.offices, &self.contacts, dimensions)
    }

    fn counts(
        &self,
        stakeholders: BTreeMap<Keys, Group>,
        meetings: BTreeMap<Keys, Meetings>,
        dimensions: &[Dimension],
        period: &Period,
    ) -> Counts {
        let is_by_time = |one: &Dimension| matches!(one, Dimension::Month | Dimension::Quarter);
        Counts {
            stakeholders,
            meetings,
            tasks: grouped(&self.tasks, &self.offices, dimensions, period),
            cadence: self.cadence.grouped(&self.offices, dimensions),
            // As cadences, lines of work are judged on one day.
            work: if dimensions.iter().any(is_by_time) {
                Err(AbsenceReason::NotCollected)
            } else {
                Ok(work::grouped(&self.work, &self.offices, dimensions))
            },
            people: self.people.by(dimensions),
            heads: self.heads.by(dimensions),
            promised: rules::promises::grouped(&self.promises, &self.offices, dimensions, period),
        }
    }

    /// The whole where nothing was counted.
    fn nothing(&self, period: Period, whole: Grouping, today: NaiveDate) -> CoverageFigures {
        let cell = Cell {
            period,
            grouping: whole,
            keys: Keys::new(),
        };
        let cadence = self.cadence.grouped(&self.offices, &[]);
        CoverageFigures {
            cadence: cadence.map(|_| Cadences::default()),
            work: Ok(BTreeSet::new()),
            ..CoverageFigures::none(cell, today)
        }
    }
}

/// What was counted in each group.
struct Counts {
    stakeholders: BTreeMap<Keys, Group>,
    meetings: BTreeMap<Keys, Meetings>,
    tasks: BTreeMap<Keys, Tasks>,
    cadence: Result<BTreeMap<Keys, Cadences>, AbsenceReason>,
    work: Result<BTreeMap<Keys, BTreeSet<EngagementId>>, AbsenceReason>,
    promised: BTreeMap<Keys, Promised>,
    people: BTreeMap<Keys, Company>,
    heads: BTreeMap<Keys, Heads>,
}

/// By what cadences are judged: the last meetings and the day; nothing where they are not for the
/// viewer, or not asked for.
struct Judged {
    last: Option<LastMet>,
    on: NaiveDate,
}

impl Judged {
    async fn read(reader: &Reader, period: &Period, is_asked: bool) -> Result<Self, Fault> {
        let is_hers = may_read(reader.viewer.role, Field::StakeholderCadence);
        let last = if is_asked && is_hers {
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
        grouping: &Grouping,
        found: &Found,
        period: Period,
        today: NaiveDate,
    ) -> Vec<(Keys, CoverageFigures)> {
        let work = self.work.iter().flat_map(BTreeMap::keys);
        // With a target list, who is not on it is to be met as often as was said all the same.
        let cadence = self.cadence.iter().flat_map(BTreeMap::keys);
        let keys: BTreeSet<Keys> = self
            .stakeholders
            .keys()
            .chain(self.meetings.keys())
            .chain(self.tasks.keys())
            .chain(self.promised.keys())
            .chain(self.people.keys())
            .chain(self.heads.keys())
            .chain(work)
            .chain(cadence)
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
                work: match &mut self.work {
                    Ok(groups) => Ok(groups.remove(&keys).unwrap_or_default()),
                    Err(absence) => Err(*absence),
                },
                promised: self.promised.remove(&keys).unwrap_or_default(),
                people: self.people.remove(&keys).unwrap_or_default(),
                heads: self.heads.remove(&keys).unwrap_or_default(),
                promises: Arc::clone(&found.promises),
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
