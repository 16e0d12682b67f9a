//! The tasks that come out of the invented meetings, and what becomes of them.

use anyhow::{Context, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use crate::cli::demo::fill::{after, moment};
use crate::cli::demo::matters::FURTHER_TASKS;
use crate::cli::demo::names::MEMBERS;
use crate::cli::demo::plan::{Planned, Recorder};
use crate::cli::demo::words::{Both, Written, invented_text};
use crate::cli::demo::year::{Deed, Year};
use crate::kit::zone::day_of;

/// How many days back what was asked for is likely to wait still.
const LATELY: i64 = 45;

impl Year<'_> {
    /// The tasks of a meeting that is recorded now; what becomes of them is noted.
    ///
    /// # Errors
    /// When a day is out of range.
    pub fn tasks(
        &mut self,
        at: DateTime<Utc>,
        planned: &Planned,
        written: Written,
    ) -> Result<Vec<Value>> {
        let number = planned.number;
        let mut titles: Vec<Both> = Vec::new();
        if number % 5 != 4 {
            titles.push(planned.matter.task);
        }
        if number % 7 == 3 {
            let further = FURTHER_TASKS.get(number % FURTHER_TASKS.len());
            titles.push(*further.context("a table of tasks is empty")?);
        }
        let mut tasks = Vec::new();
        for (step, title) in titles.into_iter().enumerate() {
            tasks.push(self.task(at, planned, (step, invented_text(title, written)))?);
        }
        Ok(tasks)
    }

    fn task(
        &mut self,
        at: DateTime<Utc>,
        planned: &Planned,
        (step, title): (usize, Value),
    ) -> Result<Value> {
        let number = planned.number + step;
        let id = self.fill.id("follow_up_action");
        let owner = owner(planned, step);
        let held = self.held_on(planned)?;
        let days = self.chance.within(7, 28);
        let due = Some(after(held, days)?).filter(|_| number % 9 != 8);
        if let Some(on) = self.done_on(at, due, (owner, number))? {
            let task = id.clone();
            let deed = Deed::Complete { task, owner, on };
            let minute = u32::try_from(number % 60)?;
            self.note(moment(on, 19, minute)?, deed);
        }
        let owner = match owner {
            Some(place) => Some(&self.caucus.member(place)?.id),
            None => None,
        };
        Ok(json!({
            "id": id,
            "title": title,
            "ownerId": owner,
            "dueOn": due.map(|day| day.to_string()),
            "priority": match number % 6 {
                0 => "HIGH",
                3 => "LOW",
                _ => "NORMAL",
            },
        }))
    }

    /// On which day a task is done, if ever: most in time, some late, a few not at all, of the
    /// latest more. The first member always has some that wait.
    fn done_on(
        &mut self,
        at: DateTime<Utc>,
        due: Option<NaiveDate>,
        (owner, number): (Option<usize>, usize),
    ) -> Result<Option<NaiveDate>> {
        let recorded = day_of(at);
        let (fate, days) = (self.chance.below(10), self.chance.within(1, 9));
        let is_late = self.last.signed_duration_since(recorded).num_days() < LATELY;
        if is_late && owner == Some(0) && number.is_multiple_of(3) {
            return Ok(None);
        }
        let (in_time, at_all) = if is_late { (4, 5) } else { (7, 9) };
        let due = due.unwrap_or(recorded).max(recorded);
        if fate < in_time {
            return Ok(Some(after(recorded, days)?.min(due)));
        }
        Ok(Some(after(due, days)?).filter(|_| fate < at_all))
    }
}

/// Who answers for a task, by her place among the members; nobody of them for what the
/// coordinator does herself.
fn owner(planned: &Planned, step: usize) -> Option<usize> {
    match planned.recorder {
        _ if step > 0 => None,
        Recorder::Member(place) | Recorder::ToldBy(place) => Some(place),
        Recorder::Aide => Some(0),
        Recorder::Staff if planned.number.is_multiple_of(5) => None,
        Recorder::Staff => Some(planned.number % MEMBERS.len()),
    }
}
