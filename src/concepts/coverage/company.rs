//! People met and heads counted as the API shows them.

use std::collections::BTreeSet;

use async_graphql::SimpleObject;
use entity::enums::Gender;

use crate::concepts::coverage::completeness::Only;
use crate::concepts::coverage::figures::{Cell, Counted, Figure};
use crate::concepts::coverage::rules::people::{Company, Heads, of_gender};
use crate::concepts::coverage::rules::withheld::Told;
use crate::kit::graphql::enums::AbsenceReason;

/// People who were met, each once, by gender.
#[derive(SimpleObject, Clone, Debug)]
pub struct CoveragePeople {
    /// All of them.
    pub all: Figure,
    /// The women.
    pub women: Figure,
    /// The men.
    pub men: Figure,
    /// Those of another gender.
    pub other: Figure,
    /// Those whose gender is not known or not told.
    pub not_stated: Figure,
}

impl CoveragePeople {
    /// Of a group.
    #[must_use]
    pub fn of(company: &Company) -> Self {
        let told = company.told;
        let figure = |is_told: bool, ids: BTreeSet<_>| {
            Figure(if is_told {
                Counted::People(ids)
            } else {
                Counted::Absent(AbsenceReason::Suppressed)
            })
        };
        let of = |gender| figure(told == Told::Genders, of_gender(&company.people, gender));
        Self {
            all: figure(
                told != Told::Nothing,
                company.people.keys().copied().collect(),
            ),
            women: of(Gender::Woman),
            men: of(Gender::Man),
            other: of(Gender::Other),
            not_stated: of(Gender::NotStated),
        }
    }
}

/// A number, or why there is none.
#[derive(SimpleObject, Clone, Debug)]
pub struct Count {
    /// The number; null where `absence` says why there is none.
    pub value: Option<i32>,
    /// Why there is no number; null where there is one. A number that is not there is not zero.
    pub absence: Option<AbsenceReason>,
}

impl Count {
    /// Of what is read, or of what is withheld because it or a part of it is small.
    fn of(count: Option<i64>) -> Self {
        let value = count.map(|count| i32::try_from(count).unwrap_or(i32::MAX));
        Self {
            value,
            absence: value.is_none().then_some(AbsenceReason::Suppressed),
        }
    }
}

/// Heads that were counted or estimated at meetings without names: who came twice is in it twice.
#[derive(SimpleObject, Clone, Debug)]
pub struct CoverageHeadcount {
    /// All of them.
    pub all: Count,
    /// The women.
    pub women: Count,
    /// The men.
    pub men: Count,
    /// Those of whom nobody counted what they are.
    pub not_stated: Count,
    /// The meetings at which they were counted.
    pub counted: Figure,
}

impl CoverageHeadcount {
    /// Of a group.
    #[must_use]
    pub fn of(heads: &Heads, cell: &Cell) -> Self {
        let meetings = u64::try_from(heads.meetings.len()).unwrap_or(u64::MAX);
        Self {
            all: Count::of(heads.all),
            women: Count::of(heads.women),
            men: Count::of(heads.men),
            not_stated: Count::of(heads.not_stated),
            counted: Figure(Counted::Meetings(cell.clone(), meetings, Only::WithHeads)),
        }
    }
}
