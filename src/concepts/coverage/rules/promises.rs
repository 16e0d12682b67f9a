//! How asks, promises and their amounts are counted (reading 10), without a database.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::enums::{CommitmentStatus, Currency, Rung};
use entity::ids::{CommitmentId, StakeholderId};

use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::rules::Office;
use crate::concepts::coverage::rules::keys::{Dimension, Key, Keys};

/// An ask or a promise, as far as the viewer reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The day on which it was made; `None` where the viewer does not read that.
    pub made_on: Option<NaiveDate>,
    /// Where it stands on the day by the caucus's judgement; `None` where she does not read that.
    pub judged: Option<CommitmentStatus>,
    /// Where it stands by the word of who owes it; `None` where that has said nothing.
    pub reported: Option<CommitmentStatus>,
    /// Which announced the same money before.
    pub repeats: Option<CommitmentId>,
    /// With which offices it is.
    pub about: BTreeSet<StakeholderId>,
    /// Its own keys in each dimension; of those that go by offices or days nothing.
    pub keys: Vec<Option<Vec<Key>>>,
    /// What was put on its ladder in the period.
    pub amounts: Vec<Amount>,
}

/// What is on a rung of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The rung.
    pub rung: Rung,
    /// The fiscal year; `None` where none was named.
    pub fiscal_year: Option<i32>,
    /// The currency.
    pub currency: Currency,
    /// In hundredths.
    pub minor: i64,
    /// The day on which it came there.
    pub on: NaiveDate,
}

/// All that were read.
pub type Promises = BTreeMap<CommitmentId, Promise>;

/// Those of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promised {
    /// Made in the period.
    pub made: BTreeSet<CommitmentId>,
    /// Amounts put on the ladder in the period: of which, and the place among its amounts.
    pub amounts: BTreeSet<(CommitmentId, usize)>,
}

/// The promises and amounts of each group. They are where the offices are with which they are, but
/// by place where they benefit, and by programme under those of their meeting; by month or quarter
/// where they were made, and amounts where they came on the ladder.
#[must_use]
pub fn grouped(
    promises: &Promises,
    offices: &BTreeMap<StakeholderId, Office>,
    dimensions: &[Dimension],
    period: &Period,
) -> BTreeMap<Keys, Promised> {
    let mut groups: BTreeMap<Keys, Promised> = BTreeMap::new();
    for (id, promise) in promises {
        let is_inside = |day: &NaiveDate| (period.from..=period.as_of).contains(day);
        if let Some(day) = promise.made_on.filter(is_inside) {
            for keys in promise.groups(offices, dimensions, day) {
                groups.entry(keys).or_default().made.insert(*id);
            }
        }
        for (at, amount) in promise.amounts.iter().enumerate() {
            for keys in promise.groups(offices, dimensions, amount.on) {
                groups.entry(keys).or_default().amounts.insert((*id, at));
            }
        }
    }
    for group in groups.values_mut() {
        group.drop_repeated(promises);
    }
    groups
}

impl Promise {
    /// The groups in which it is by a day.
    fn groups(
        &self,
        offices: &BTreeMap<StakeholderId, Office>,
        dimensions: &[Dimension],
        day: NaiveDate,
    ) -> BTreeSet<Keys> {
        let key = |(at, dimension): (usize, &Dimension)| match dimension {
            Dimension::Month => Some(vec![Key::month(day)]),
            Dimension::Quarter => Some(vec![Key::quarter(day)]),
            _ => self.keys.get(at).cloned().flatten(),
        };
        let own: Vec<_> = dimensions.iter().enumerate().map(key).collect();
        let about = self.about.iter().filter_map(|id| offices.get(id));
        about
            .flat_map(|office| office.groups_among(dimensions, &own))
            .collect()
    }
}

impl Promised {
    /// The same money announced again counts once: not where the commitment that announced it first
    /// has an amount on the same rung for the same fiscal year in the group.
    fn drop_repeated(&mut self, promises: &Promises) {
        let of = |(id, at): &(CommitmentId, usize)| promises.get(id)?.amounts.get(*at);
        let all = self.amounts.clone();
        self.amounts.retain(|place| {
            let repeats = promises.get(&place.0).and_then(|promise| promise.repeats);
            let (Some(first), Some(again)) = (repeats, of(place)) else {
                return true;
            };
            let mut before = all.range((first, 0)..=(first, usize::MAX)).filter_map(of);
            !before.any(|first| first.rung == again.rung && first.fiscal_year == again.fiscal_year)
        });
    }
}
