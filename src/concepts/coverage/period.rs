//! Of what time the figures are, and what was on record by then.

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use sea_orm::{ColumnTrait, Condition};

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
    /// Only what was recorded by then is counted; all without it (reading 11).
    pub recorded_by: Option<DateTime<Utc>>,
}

impl Period {
    /// Whether it is a whole quarter of a calendar year. No two of them overlap without being the
    /// same.
    #[must_use]
    pub fn is_quarter(&self) -> bool {
        let begins = self.from.day() == 1 && self.from.month0().is_multiple_of(3);
        let next = self.from.checked_add_months(Months::new(3));
        begins && next.and_then(|next| next.pred_opt()) == Some(self.to)
    }

    /// Whether a thing was recorded by the moment that was asked for.
    #[must_use]
    pub fn is_recorded<C: ColumnTrait>(&self, recorded_at: C) -> Condition {
        recorded_by(self.recorded_by, recorded_at)
    }
}

/// The same by a moment, where one was asked for.
#[must_use]
pub fn recorded_by<C: ColumnTrait>(by: Option<DateTime<Utc>>, recorded_at: C) -> Condition {
    Condition::all().add_option(by.map(|by| recorded_at.lte(by)))
}
