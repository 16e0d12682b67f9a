//! By what coverage is grouped, and what tells one group from another.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{Datelike, NaiveDate};
use entity::ids::{DistrictId, DivisionId, ProgrammeId, StakeholderId, TopicId};

use crate::concepts::coverage::rules::StakeholderCategoryKey;

/// By what coverage can be grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// By category.
    Category,
    /// By institution.
    Institution,
    /// By office, each for itself.
    Stakeholder,
    /// By district.
    District,
    /// By division.
    Division,
    /// By topic.
    Topic,
    /// By programme.
    Programme,
    /// By month.
    Month,
    /// By quarter.
    Quarter,
}

impl Dimension {
    /// Whether it goes by the offices alone, whatever a meeting is about.
    #[must_use]
    pub fn is_of_offices(self) -> bool {
        matches!(self, Self::Category | Self::Institution | Self::Stakeholder)
    }

    /// Whether it goes by places. A place is a district, which lies in one division.
    #[must_use]
    pub fn is_of_places(self) -> bool {
        matches!(self, Self::District | Self::Division)
    }

    /// Whether an office is in a group by the meetings that it attended, and not by what it is.
    #[must_use]
    pub fn is_of_meetings(self) -> bool {
        matches!(self, Self::Programme | Self::Month | Self::Quarter)
    }
}

/// Which district of a meeting is meant (reading 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Those that it concerns, else the one in which it was held.
    ConcernsElseHeldIn,
    /// Those that it concerns.
    Concerns,
    /// The one in which it was held.
    HeldIn,
}

/// What tells one group from another, in one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A category.
    Category(StakeholderCategoryKey),
    /// An institution or an office.
    Stakeholder(StakeholderId),
    /// A district.
    District(DistrictId),
    /// A division.
    Division(DivisionId),
    /// A topic.
    Topic(TopicId),
    /// A programme.
    Programme(ProgrammeId),
    /// Some months, by their first day, and how many.
    Months(NaiveDate, u32),
    /// All districts at once.
    ProvinceWide,
    /// None of these.
    None,
}

impl Key {
    /// The month of a day.
    #[must_use]
    pub fn month(day: NaiveDate) -> Self {
        Self::Months(day.with_day(1).unwrap_or(day), 1)
    }

    /// The quarter of a day.
    #[must_use]
    pub fn quarter(day: NaiveDate) -> Self {
        let first = day
            .with_day(1)
            .and_then(|day| day.with_month(day.month0() / 3 * 3 + 1));
        Self::Months(first.unwrap_or(day), 3)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Category(key) => write!(f, "category-{:?}", key.category()),
            Self::Stakeholder(id) => write!(f, "stakeholder-{id}"),
            Self::District(id) => write!(f, "district-{id}"),
            Self::Division(id) => write!(f, "division-{id}"),
            Self::Topic(id) => write!(f, "topic-{id}"),
            Self::Programme(id) => write!(f, "programme-{id}"),
            Self::Months(first, count) => write!(f, "months-{first}-{count}"),
            Self::ProvinceWide => f.write_str("province"),
            Self::None => f.write_str("none"),
        }
    }
}

/// The keys of a group, one for each dimension.
pub type Keys = Vec<Key>;

/// Some places: of each the district and its division.
pub type Places = BTreeSet<(DistrictId, DivisionId)>;

/// The keys of some places in a dimension. Where the other dimension goes by places as well, both
/// have a key for each place, in the same order; else each key is there once.
#[must_use]
pub fn keys_of_places(places: &Places, dimension: Dimension, dimensions: &[Dimension]) -> Vec<Key> {
    let keys = places.iter().map(|(district, division)| match dimension {
        Dimension::Division => Key::Division(*division),
        _ => Key::District(*district),
    });
    let mut keys: Vec<_> = keys.collect();
    if !go_together(dimensions) {
        keys.sort_unstable();
        keys.dedup();
    }
    keys
}

/// Whether both dimensions go by places.
#[must_use]
pub fn go_together(dimensions: &[Dimension]) -> bool {
    matches!(dimensions, [one, other] if one.is_of_places() && other.is_of_places())
}

/// The groups that something touches which has several keys: each way to take one of every list,
/// but place by place where both dimensions go by these, for no district lies in the division of
/// another.
#[must_use]
pub fn combined(dimensions: &[Dimension], lists: Vec<Vec<Key>>) -> Vec<Keys> {
    if let (true, [one, other]) = (go_together(dimensions), lists.as_slice()) {
        let places = one.iter().zip(other);
        return places.map(|(one, other)| vec![*one, *other]).collect();
    }
    lists.into_iter().fold(vec![Vec::new()], |all, keys| {
        all.iter()
            .flat_map(|one| keys.iter().map(|key| [one.as_slice(), &[*key]].concat()))
            .collect()
    })
}

/// What names a group among those of one grouping.
#[must_use]
pub fn name_of_group(keys: &Keys) -> String {
    let names: Vec<_> = keys.iter().map(Key::to_string).collect();
    names.join(".")
}
