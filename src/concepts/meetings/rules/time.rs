//! When a meeting was, as precisely as it is known.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::enums::TimePrecision;

use crate::kit::user_error::UserErrorCode;
use crate::kit::zone::{self, CAUCUS, day_of, is_in_range, last_of_month};

/// A time as precise as it is known. First and last day are those of the caucus's zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// How precisely it is known.
    pub precision: TimePrecision,
    /// The first moment, where it is known.
    pub starts_at: Option<DateTime<Utc>>,
    /// The last moment, where it is known.
    pub ends_at: Option<DateTime<Utc>>,
    /// The first day.
    pub first_day: NaiveDate,
    /// The last day.
    pub last_day: NaiveDate,
    /// The zone in which it is shown, by its IANA name.
    pub zone: String,
}

/// How far ahead the clock of a phone may run, in minutes.
const FAST: i64 = 15;

impl Time {
    /// Whether this lies ahead of now, a clock that runs a little fast forgiven.
    #[must_use]
    pub fn is_to_come(&self, now: DateTime<Utc>, today: NaiveDate) -> bool {
        match self.starts_at {
            Some(starts_at) => starts_at > now + TimeDelta::minutes(FAST),
            None if self.precision == TimePrecision::Month => self.first_day > today,
            None => self.last_day > today,
        }
    }
}

/// What is wrong with a time: at which field, and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeError {
    /// The field of the time.
    pub field: &'static str,
    /// What sort of error.
    pub code: UserErrorCode,
    /// In words.
    pub message: String,
}

fn wrong(field: &'static str, code: UserErrorCode, message: impl Into<String>) -> TimeError {
    TimeError {
        field,
        code,
        message: message.into(),
    }
}

/// A time known to the minute.
///
/// # Errors
/// When it ends before it starts, the zone is unknown, or its days are out of range.
pub fn instant(
    at: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
    zone: Option<&str>,
) -> Result<Time, TimeError> {
    let zone = zone.unwrap_or(CAUCUS.name());
    if zone::by_name(zone).is_none() {
        let message = format!("{zone:?} is not a time zone; one is written Asia/Karachi.");
        return Err(wrong("zone", UserErrorCode::Invalid, message));
    }
    if until.is_some_and(|until| until < at) {
        return Err(wrong(
            "until",
            UserErrorCode::Invalid,
            "The end lies before the start.",
        ));
    }
    let (first_day, last_day) = (day_of(at), day_of(until.unwrap_or(at)));
    in_range("at", first_day)?;
    in_range("until", last_day)?;
    Ok(Time {
        precision: TimePrecision::Instant,
        starts_at: Some(at),
        ends_at: until,
        first_day,
        last_day,
        zone: zone.to_owned(),
    })
}

/// A time known to the day.
///
/// # Errors
/// When it ends before it starts, or its days are out of range.
pub fn days(from: NaiveDate, to: Option<NaiveDate>) -> Result<Time, TimeError> {
    let to = to.unwrap_or(from);
    if to < from {
        let message = format!("The end ({to}) lies before the start ({from}).");
        return Err(wrong("to", UserErrorCode::Invalid, message));
    }
    in_range("from", from)?;
    in_range("to", to)?;
    Ok(whole_days(TimePrecision::Day, from, to))
}

/// A time known to the month, written 2025-06.
///
/// # Errors
/// When it is not a month, or is out of range.
pub fn month(text: &str) -> Result<Time, TimeError> {
    let first = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok();
    // Reading it takes signs and single digits too; what is written back is the one way to write it.
    let is_so_written = |day: &NaiveDate| day.format("%Y-%m").to_string() == text;
    let Some(first) = first.filter(is_so_written) else {
        let message = format!("{text:?} is not a month; a month is written 2025-06.");
        return Err(wrong("month", UserErrorCode::Invalid, message));
    };
    in_range("month", first)?;
    Ok(whole_days(
        TimePrecision::Month,
        first,
        last_of_month(first),
    ))
}

fn whole_days(precision: TimePrecision, first_day: NaiveDate, last_day: NaiveDate) -> Time {
    let zone = CAUCUS.name().to_owned();
    Time {
        precision,
        starts_at: None,
        ends_at: None,
        first_day,
        last_day,
        zone,
    }
}

fn in_range(field: &'static str, day: NaiveDate) -> Result<(), TimeError> {
    if is_in_range(day) {
        return Ok(());
    }
    let message = format!("The day must lie between 1900-01-01 and 2200-01-01, {day} does not.");
    Err(wrong(field, UserErrorCode::OutOfRange, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_meeting_belongs_to_the_day_in_the_zone_of_the_caucus() {
        let time = instant("2025-06-02T20:00:00Z".parse().unwrap(), None, None).unwrap();

        assert_eq!(time.first_day, day("2025-06-03"));
        assert_eq!(time.zone, "Asia/Karachi");
    }

    #[test]
    fn a_clock_that_runs_a_little_fast_is_forgiven_over_midnight_too() {
        let now: DateTime<Utc> = "2025-06-03T18:55:00Z".parse().unwrap();
        let at = |minutes| instant(now + TimeDelta::minutes(minutes), None, None).unwrap();

        assert!(!at(10).is_to_come(now, day_of(now)));
        assert!(at(20).is_to_come(now, day_of(now)));
        assert!(
            days(day("2025-06-04"), None)
                .unwrap()
                .is_to_come(now, day_of(now))
        );
    }

    #[test]
    fn a_month_runs_from_its_first_to_its_last_day() {
        let time = month("2024-02").unwrap();

        assert_eq!(
            (time.first_day, time.last_day),
            (day("2024-02-01"), day("2024-02-29"))
        );
        assert!(month("+2025-1").is_err() && month(" 2025-1").is_err());
        assert!(month("2024-2").is_err() && month("2024-13").is_err() && month("1899-12").is_err());
    }

    #[test]
    fn an_end_before_its_start_and_an_unknown_zone_are_named() {
        let at: DateTime<Utc> = "2025-06-03T06:00:00Z".parse().unwrap();

        assert_eq!(
            instant(at, "2025-06-03T05:00:00Z".parse().ok(), None)
                .unwrap_err()
                .field,
            "until"
        );
        assert_eq!(
            instant(at, None, Some("Asia/Zhob")).unwrap_err().field,
            "zone"
        );
        assert_eq!(
            days(day("2025-06-03"), Some(day("2025-06-02")))
                .unwrap_err()
                .field,
            "to"
        );
    }
}
