//! Spans of days: which one comes before another, and which months lie in it.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The span before one (reading 9): before a calendar month, quarter, half year or year (the
/// fiscal one too) the calendar span before it; before any other, as many days.
#[must_use]
pub fn before(from: NaiveDate, to: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let end = from.checked_sub_days(Days::new(1))?;
    let after = to.checked_add_days(Days::new(1))?;
    let is_whole = from.day() == 1 && after.day() == 1;
    let months = months_between(from, after);
    let begins_well = match months {
        1 => true,
        3 => from.month0().is_multiple_of(3),
        6 | 12 => from.month0().is_multiple_of(6),
        _ => false,
    };
    if is_whole && begins_well {
        return Some((from.checked_sub_months(Months::new(months))?, end));
    }
    let days = u64::try_from((to - from).num_days()).ok()?;
    Some((end.checked_sub_days(Days::new(days))?, end))
}

fn months_between(from: NaiveDate, after: NaiveDate) -> u32 {
    let count = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default();
    u32::try_from(count(after) - count(from)).unwrap_or_default()
}

/// The first days of the months in which a span lies, in steps of so many months.
pub fn months(first: NaiveDate, to: NaiveDate, step: u32) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(first), move |day| {
        day.checked_add_months(Months::new(step))
    })
    .take_while(move |day| *day <= to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn before_a_calendar_span_comes_the_calendar_span_before_it() {
        for (from, to, first, last) in [
            ("2025-03-01", "2025-03-31", "2025-02-01", "2025-02-28"),
            ("2025-04-01", "2025-06-30", "2025-01-01", "2025-03-31"),
            ("2024-07-01", "2025-06-30", "2023-07-01", "2024-06-30"),
        ] {
            assert_eq!(before(day(from), day(to)), Some((day(first), day(last))));
        }
    }

    #[test]
    fn before_any_other_span_come_as_many_days() {
        for (from, to, first, last) in [
            ("2025-03-01", "2025-03-30", "2025-01-30", "2025-02-28"),
            ("2025-02-01", "2025-04-30", "2024-11-04", "2025-01-31"),
            ("2025-03-05", "2025-03-05", "2025-03-04", "2025-03-04"),
        ] {
            assert_eq!(before(day(from), day(to)), Some((day(first), day(last))));
        }
    }
}
