//! The invented list of whom to meet in the year, which was approved in its first week.

use anyhow::{Context, Result};
use chrono::{Datelike, NaiveDate};
use serde_json::json;

use crate::cli::demo::fill::{after, moment};
use crate::cli::demo::session::Session;
use crate::cli::demo::words::invented_name;
use crate::cli::demo::year::{Deed, Year};

/// On which days of the year it was made and approved.
const MADE: u64 = 1;
const APPROVED: u64 = 4;

/// Whom it does not name: who of them was met all the same was met beside the plan.
const LEFT_OUT: [&str; 3] = ["MEDIA", "ACADEMIA", "OTHER"];

impl Year<'_> {
    /// Notes that the list is made and approved. It runs to the end of the calendar year, so that it
    /// is of the twelve months up to today and of that year.
    ///
    /// # Errors
    /// When a day is out of range.
    pub fn note_list(&mut self, session: &Session, today: NaiveDate) -> Result<()> {
        let to = NaiveDate::from_ymd_opt(today.year(), 12, 31).context("a year without an end")?;
        let offices = self.offices.iter();
        let named = offices
            .filter(|office| !LEFT_OUT.contains(&office.category))
            .map(|office| &office.id);
        let named: Vec<_> = [&session.ecp, &session.nadra]
            .into_iter()
            .chain(&self.caucus.parties)
            .chain(named)
            .collect();
        let id = self.fill.id("target_list");
        let list = json!({
            "id": id,
            "name": invented_name(("Whom to meet this year", "اس سال کس سے ملنا ہے")),
            "from": self.first.to_string(),
            "to": to.to_string(),
            "stakeholderIds": named,
            "audience": "PARTNERS",
        });
        self.note(moment(after(self.first, MADE)?, 11, 0)?, Deed::List(list));
        let on = after(self.first, APPROVED)?;
        self.note(moment(on, 15, 0)?, Deed::Approve { list: id, on });
        Ok(())
    }
}
