//! Days of the caucus: the zone in which a day begins and ends, and the years that are taken.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use chrono_tz::Tz;

/// The zone of the caucus.
pub const CAUCUS: Tz = chrono_tz::Asia::Karachi;

/// The day on which an instant falls in the caucus's zone.
#[must_use]
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&CAUCUS).date_naive()
}

/// Whether a day lies between 1900 and 2200, the years that are taken.
#[must_use]
pub fn is_in_range(day: NaiveDate) -> bool {
    (1900..=2199).contains(&day.year()) || (day.year() == 2200 && day.ordinal() == 1)
}

/// The last of all days: where what has no day stands in an order by day.
#[must_use]
pub fn no_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// A zone by its IANA name.
#[must_use]
pub fn by_name(name: &str) -> Option<Tz> {
    name.parse().ok()
}

/// The last day of the month in which `first` lies.
#[must_use]
pub fn last_of_month(first: NaiveDate) -> NaiveDate {
    first
        .with_day(1)
        .and_then(|day| day.checked_add_months(Months::new(1)))
        .and_then(|day| day.checked_sub_days(Days::new(1)))
        .unwrap_or(first)
}

/// The day after which twelve months end on `day`, both ends inside.
#[must_use]
pub fn year_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(Months::new(12))
        .and_then(|day| day.checked_add_days(Days::new(1)))
        .unwrap_or(day)
}
