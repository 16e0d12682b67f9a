//! Whether stakeholders are met as often as was said (reading 6).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::ids::StakeholderId;

use crate::concepts::coverage::rules::Office;
use crate::concepts::coverage::rules::keys::{Dimension, Keys};

/// The day on which each stakeholder itself was last met; what its offices attended does not keep
/// its cadence.
pub type LastMet = BTreeMap<StakeholderId, NaiveDate>;

/// How a cadence stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// It is kept.
    Kept,
    /// By so many days longer ago than was said.
    Overdue(i64),
    /// The same, and at least twice as long ago as was said.
    LongOverdue(i64),
}

/// How a cadence of so many days stands on a day: day N is kept, day N + 1 overdue, from 2 × N
/// long overdue.
#[must_use]
pub fn cadence(days: i32, since: NaiveDate, on: NaiveDate) -> Cadence {
    let most = i64::from(days);
    let passed = (on - since).num_days();
    if passed <= most {
        Cadence::Kept
    } else if passed < 2 * most {
        Cadence::Overdue(passed - most)
    } else {
        Cadence::LongOverdue(passed - most)
    }
}

impl Office {
    /// How its cadence stands on a day; `None` where none was said, or it is not active. Whether a
    /// list names it is the same: it is to be met as often as was said. Its days run from the last meeting, and from no day before it was to be reached.
    #[must_use]
    pub fn cadence(&self, last: &LastMet, on: NaiveDate) -> Option<Cadence> {
        let days = self.cadence_days.filter(|_| self.is_active)?;
        let since = last.get(&self.id).copied().unwrap_or(self.in_scope_since);
        Some(cadence(days, since.max(self.in_scope_since), on))
    }
}

/// The stakeholders of one group, by how their cadence stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cadences {
    /// Those met as often as was said.
    pub kept: BTreeSet<StakeholderId>,
    /// Those not.
    pub overdue: BTreeSet<StakeholderId>,
    /// Those whose last meeting was twice as long ago as was said.
    pub long_overdue: BTreeSet<StakeholderId>,
}

/// How cadences stand in each group, every office for itself.
#[must_use]
pub fn cadences(
    offices: &BTreeMap<StakeholderId, Office>,
    last: &LastMet,
    dimensions: &[Dimension],
    on: NaiveDate,
) -> BTreeMap<Keys, Cadences> {
    let mut groups: BTreeMap<Keys, Cadences> = BTreeMap::new();
    for office in offices.values() {
        let Some(cadence) = office.cadence(last, on) else {
            continue;
        };
        for keys in office.groups(dimensions, &[]) {
            let group = groups.entry(keys).or_default();
            let place = match cadence {
                Cadence::Kept => &mut group.kept,
                Cadence::Overdue(_) => &mut group.overdue,
                Cadence::LongOverdue(_) => &mut group.long_overdue,
            };
            place.insert(office.id);
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    #[test]
    fn day_n_is_kept_and_from_twice_n_it_is_long_overdue() {
        let since = NaiveDate::from_ymd_opt(2025, 6, 3).unwrap();
        let after = |days| cadence(30, since, since.checked_add_days(Days::new(days)).unwrap());

        assert_eq!(after(0), Cadence::Kept);
        assert_eq!(after(30), Cadence::Kept);
        assert_eq!(after(31), Cadence::Overdue(1));
        assert_eq!(after(59), Cadence::Overdue(29));
        assert_eq!(after(60), Cadence::LongOverdue(30));
    }
}
