//! Whom we miss, worst first, with why and what to do next.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::ids::StakeholderId;

use crate::concepts::coverage::rules::cadence::{Cadence, LastMet};
use crate::concepts::coverage::rules::{Group, Office};

/// Why a stakeholder is among those whom we miss, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The last meeting was twice as long ago as was said, or longer.
    LongOverdue,
    /// It was longer ago than was said.
    Overdue,
    /// There never was one.
    NeverMet,
    /// Met before, and not in the period.
    NotMet,
    /// Seen at an event only.
    PresentOnly,
    /// Contacted, and they sent nobody.
    ContactedOnly,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Find a member who keeps up the relation.
    AssignOwner,
    /// Ask those again who sent nobody.
    AskAgain,
    /// Agree on a meeting.
    ScheduleMeeting,
}

/// A stakeholder whom we miss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Who.
    pub stakeholder: StakeholderId,
    /// Why.
    pub why: Why,
    /// The day of the last meeting that it or an office that folds into it attended.
    pub last_met_on: Option<NaiveDate>,
    /// How many days ago that was; without one, since when it is to be reached.
    pub days: i64,
    /// By how many days its cadence is overdue.
    pub overdue_by: Option<i64>,
    /// What to do next.
    pub next: Step,
}

impl Gap {
    /// Where it stands in the list: the worst sort first, in it the longest ago.
    #[must_use]
    pub fn key(&self) -> Vec<u8> {
        let why: u8 = match self.why {
            Why::LongOverdue => 0,
            Why::Overdue => 1,
            Why::NeverMet => 2,
            Why::NotMet => 3,
            Why::PresentOnly => 4,
            Why::ContactedOnly => 5,
        };
        let days = self.overdue_by.unwrap_or(self.days).max(0);
        [[why].as_slice(), &(i64::MAX - days).to_be_bytes()].concat()
    }
}

/// Those in scope who were not met in the period, offices folded into their institution, and those
/// whose own cadence is overdue on the day on which states are judged. Nobody is missed who is not
/// active on that day: of an institution that is not, its own offices are, as far as they are in scope
/// and active.
#[must_use]
pub fn gaps(
    offices: &BTreeMap<StakeholderId, Office>,
    whole: &Group,
    last: &LastMet,
    on: NaiveDate,
    kept_up: &BTreeSet<StakeholderId>,
) -> Vec<Gap> {
    let mut folded: LastMet = last.clone();
    for office in offices.values() {
        if let Some(day) = last.get(&office.id) {
            let best = folded.entry(office.institution).or_insert(*day);
            *best = Ord::max(*best, *day);
        }
    }
    let is_active = |id: &StakeholderId| offices.get(id).is_some_and(|office| office.is_active);
    let to_reach = offices
        .values()
        .filter(|office| office.is_in_scope && office.is_active);
    let to_reach: BTreeSet<_> = to_reach.map(|office| office.institution).collect();
    let gap = |office: &Office| {
        let cadence = office.cadence(last, on);
        let last_met_on = folded.get(&office.id).copied();
        let counted = if office.is_in_scope && !is_active(&office.institution) {
            office.institution
        } else {
            office.id
        };
        let why = match cadence {
            Some(Cadence::LongOverdue(_)) => Why::LongOverdue,
            Some(Cadence::Overdue(_)) => Why::Overdue,
            _ if !office.is_active || !to_reach.contains(&counted) => return None,
            _ if whole.contacted_only.contains(&counted) => Why::ContactedOnly,
            _ if whole.present_only.contains(&counted) => Why::PresentOnly,
            _ if !whole.not_reached.contains(&counted) => return None,
            _ if last_met_on.is_none() => Why::NeverMet,
            _ => Why::NotMet,
        };
        let next = if !kept_up.contains(&office.id) {
            Step::AssignOwner
        } else if whole.contacted_only.contains(&counted) {
            Step::AskAgain
        } else {
            Step::ScheduleMeeting
        };
        Some(Gap {
            stakeholder: office.id,
            why,
            last_met_on,
            days: (on - last_met_on.unwrap_or(office.in_scope_since)).num_days(),
            overdue_by: match cadence {
                Some(Cadence::Overdue(by) | Cadence::LongOverdue(by)) => Some(by),
                Some(Cadence::Kept) | None => None,
            },
            next,
        })
    };
    let mut gaps: Vec<Gap> = offices.values().filter_map(gap).collect();
    gaps.sort_by_key(|gap| (gap.key(), gap.stakeholder));
    gaps
}
