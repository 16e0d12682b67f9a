//! The invented year: what was recorded when, from its first day to yesterday's evening.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use crate::cli::demo::caucus::Caucus;
use crate::cli::demo::chance::Chance;
use crate::cli::demo::fill::{Fill, after, before, moment};
use crate::cli::demo::letters::Letter;
use crate::cli::demo::lines::{self, LINES, Line};
use crate::cli::demo::money::{CAUSES, Cause, Sum};
use crate::cli::demo::offices::{self, Office};
use crate::cli::demo::plan::{CONFIRMED, DAYS, Planned, Recorder, Sort, plan};
use crate::cli::demo::promises::{Answer, Step};
use crate::cli::demo::session::Session;
use crate::concepts::access::Viewer;
use crate::kit::zone::day_of;

/// From what the year's chance grows.
const SEED: u64 = 300;
/// How many meetings of a member the coordinator shares with partners afterwards.
const SHARED: usize = 8;
/// How many days before its end an office changes hands.
const HANDED_OVER: u64 = 5;

/// Something to be recorded.
pub enum Deed {
    /// A line of work is opened.
    Open(&'static Line),
    /// A list of whom to meet is made.
    List(Value),
    /// It is approved.
    Approve {
        /// Which.
        list: String,
        /// On which day.
        on: NaiveDate,
    },
    /// A meeting is logged.
    Meet(Planned),
    /// A task is ticked, by its owner where she signs in.
    Complete {
        /// Which.
        task: String,
        /// Its owner's place among the members; none where it is the coordinator.
        owner: Option<usize>,
        /// On which day it was done.
        on: NaiveDate,
    },
    /// A meeting is shown to partners, under the programme that it has.
    Share(String),
    /// A cause that costs money is brought up.
    Raise(&'static Cause),
    /// A sum comes to a rung.
    Sum(Sum),
    /// A commitment comes to a status.
    Step(Step),
    /// An ask is answered.
    Answer(Answer),
    /// A letter goes out or comes in; the id is that of the letter that it answers.
    Write(&'static Letter, Option<String>),
    /// An office changes hands on a day.
    HandOver(NaiveDate),
    /// The first member confirms a meeting that was logged for her.
    Confirm(String),
    /// An office that was named in words is found.
    Match {
        /// The meeting.
        meeting: String,
        /// The place of the words in it.
        part: String,
    },
}

/// A line of work that was opened.
pub struct Open {
    /// Its id.
    pub id: String,
    /// Whether partners see it.
    pub is_shared: bool,
}

/// The year while it is recorded.
pub struct Year<'a> {
    /// Where it is recorded.
    pub fill: &'a Fill,
    /// By whom.
    pub caucus: &'a Caucus,
    /// With whom.
    pub offices: Vec<Office>,
    /// The open lines of work, by the place of their office.
    pub lines: HashMap<usize, Open>,
    /// Its chance.
    pub chance: Chance,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day, which is yesterday: what is recorded lies in the past whenever one looks.
    pub last: NaiveDate,
    /// How many meetings are to be shared with partners or were.
    pub shared: usize,
    /// Whether a name in words is to be matched or was.
    pub is_matched: bool,
    ahead: BTreeMap<(DateTime<Utc>, usize), Deed>,
    noted: usize,
}

/// Records it, up to the day before `today`.
///
/// # Errors
/// When something did not take effect.
pub async fn record(
    fill: &Fill,
    caucus: &Caucus,
    session: &Session,
    today: NaiveDate,
) -> Result<()> {
    let first = before(today, DAYS)?;
    fill.set(moment(first, 9, 0)?);
    let mut year = Year {
        offices: offices::add(fill, caucus, session).await?,
        fill,
        caucus,
        lines: HashMap::new(),
        chance: Chance::new(SEED),
        first,
        last: before(today, 1)?,
        shared: 0,
        is_matched: false,
        ahead: BTreeMap::new(),
        noted: 0,
    };
    for line in &LINES {
        year.note(moment(after(first, line.day)?, 9, 30)?, Deed::Open(line));
    }
    for cause in &CAUSES {
        year.note(moment(after(first, cause.day)?, 9, 45)?, Deed::Raise(cause));
    }
    year.note_letters()?;
    year.note_list(session, today)?;
    let handed_over = before(year.last, HANDED_OVER)?;
    year.note(moment(handed_over, 12, 0)?, Deed::HandOver(handed_over));
    for planned in plan(&year.offices, &mut year.chance)? {
        year.note(year.recorded_at(&planned)?, Deed::Meet(planned));
    }
    while let Some(((at, _), deed)) = year.ahead.pop_first() {
        fill.set(at);
        year.perform(at, deed).await?;
    }
    Ok(())
}

impl Year<'_> {
    /// Notes what is to be recorded later. What would come after the last day never does.
    pub fn note(&mut self, at: DateTime<Utc>, deed: Deed) {
        if day_of(at) <= self.last {
            self.noted += 1;
            self.ahead.insert((at, self.noted), deed);
        }
    }

    /// The day on which a meeting was held.
    ///
    /// # Errors
    /// When it is out of range.
    pub fn held_on(&self, planned: &Planned) -> Result<NaiveDate> {
        after(self.first, planned.day)
    }

    fn recorded_at(&self, planned: &Planned) -> Result<DateTime<Utc>> {
        let held = self.held_on(planned)?;
        let day = after(held, planned.lag)?.min(self.last);
        let minute = u32::try_from(planned.number % 60)?;
        match (planned.recorder, day > held) {
            (Recorder::Member(_) | Recorder::Aide, _) => moment(day, planned.hour + 3, minute),
            (_, true) => moment(day, 10, minute),
            (_, false) => moment(day, 18, minute),
        }
    }

    /// A user by the place of the member that she is; the coordinator for all who do not sign in.
    #[must_use]
    pub fn viewer(&self, member: Option<usize>) -> &Viewer {
        let user = member.and_then(|place| self.caucus.signed_in.get(place));
        &user.unwrap_or(&self.caucus.coordinator).viewer
    }

    /// An office by its place.
    ///
    /// # Errors
    /// When there is none.
    pub fn office(&self, place: usize) -> Result<&Office> {
        self.offices.get(place).context("there is no such office")
    }

    async fn perform(&mut self, at: DateTime<Utc>, deed: Deed) -> Result<()> {
        match deed {
            Deed::Open(line) => self.open(line).await,
            Deed::List(list) => {
                let by = self.caucus.coordinator();
                self.fill.act(by, "createTargetList", list).await
            }
            Deed::Approve { list, on } => {
                let input = json!({ "id": list, "on": on.to_string() });
                let by = self.caucus.coordinator();
                self.fill.act(by, "approveTargetList", input).await
            }
            Deed::Meet(planned) => self.meet(at, &planned).await,
            Deed::Complete { task, owner, on } => {
                let input = json!({ "id": task, "on": on.to_string() });
                let by = self.viewer(owner);
                self.fill.act(by, "completeFollowUp", input).await
            }
            Deed::Raise(cause) => self.cause(cause).await,
            Deed::Sum(sum) => self.sum(&sum).await,
            Deed::Step(step) => self.step(&step).await,
            Deed::Answer(answer) => self.answer(&answer).await,
            Deed::Write(letter, answers) => self.letter(letter, answers).await,
            Deed::Share(meeting) => {
                self.update("meeting", &meeting, json!({ "audience": "PARTNERS" }))
                    .await
            }
            Deed::HandOver(on) => self.hand_over(on).await,
            Deed::Confirm(meeting) => {
                let by = self.viewer(Some(0));
                self.fill
                    .act(by, "confirm", json!({ "ids": [meeting] }))
                    .await
            }
            Deed::Match { meeting, part } => {
                let found = self.offices.iter().find(|office| office.key == "dc-zhob");
                let found = found.context("there is no such office")?;
                let one = json!({ "id": part, "stakeholderId": found.id });
                self.update("meeting", &meeting, json!({ "match": [one] }))
                    .await
            }
        }
    }

    /// Opens a line of work, with its first task.
    async fn open(&mut self, line: &'static Line) -> Result<()> {
        let day = after(self.first, line.day)?;
        let (office, place) = if let Some(party) = lines::party_of(line, self.caucus)? {
            (party, None)
        } else {
            let place = lines::office_of(line.office, &self.offices)?;
            (self.office(place)?.id.as_str(), Some(place))
        };
        let (id, task) = lines::open(self.fill, self.caucus, line, office, day).await?;
        if let Some(days) = line.done {
            let (owner, on) = (Some(line.lead), after(day, days)?);
            self.note(moment(on, 19, 0)?, Deed::Complete { task, owner, on });
        }
        let is_shared = line.is_shared;
        self.lines
            .extend(place.map(|place| (place, Open { id, is_shared })));
        Ok(())
    }

    /// Changes a record of a kind, as the coordinator.
    ///
    /// # Errors
    /// When it did not take effect.
    pub async fn update(&self, kind: &str, id: &str, mut change: Value) -> Result<()> {
        let by = self.caucus.coordinator();
        let document = format!("query($id: ID!) {{ {kind}(id: $id) {{ version }} }}");
        let answer = self.fill.ask(by, &document, json!({ "id": id })).await?;
        let version = answer.pointer(&format!("/{kind}/version"));
        let version = version.and_then(Value::as_str);
        let version = version.context("a record that is not there")?;
        if let Some(change) = change.as_object_mut() {
            change.insert("id".to_owned(), id.into());
            change.insert("expectedVersion".to_owned(), version.into());
        }
        let mut letters = kind.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        let named: String = first.into_iter().chain(letters).collect();
        self.fill.act(by, &format!("update{named}"), change).await
    }

    /// What is done about a meeting some days after it was logged.
    pub fn later(&mut self, at: DateTime<Utc>, planned: &Planned, ids: (&str, &str)) {
        let (meeting, part) = (ids.0.to_owned(), ids.1.to_owned());
        let later = at + chrono::TimeDelta::days(4);
        if matches!(planned.sort, Sort::InWords("DC Zhob")) && !self.is_matched {
            self.is_matched = true;
            self.note(later, Deed::Match { meeting, part });
        } else if planned.number == CONFIRMED {
            self.note(later, Deed::Confirm(meeting));
        } else if planned.recorder == Recorder::Member(0) && self.shared < SHARED {
            let place = planned.offices.first();
            let line = place.and_then(|place| self.lines.get(place));
            if line.is_some_and(|line| line.is_shared) {
                self.shared += 1;
                self.note(later, Deed::Share(meeting));
            }
        }
    }
}
