//! Where a commitment stands, to where it can go from there, and who can owe it.

use chrono::NaiveDate;
use entity::commitment;
use entity::enums::CommitmentStatus::{
    Declined, Expired, Fulfilled, PartlyFulfilled, Promised, Requested, UnderReview, Withdrawn,
};
use entity::enums::{CommitmentDirection, CommitmentStatus, PartySide, Rung};

/// To where a commitment can go by the caucus's judgement. What was done, and what was taken back,
/// has come to its end; a slip is undone.
const STEPS: &[(CommitmentStatus, &[CommitmentStatus])] = &[
    (
        Requested,
        &[UnderReview, Promised, Declined, Expired, Withdrawn],
    ),
    (UnderReview, &[Promised, Declined, Expired, Withdrawn]),
    (
        Promised,
        &[PartlyFulfilled, Fulfilled, Declined, Expired, Withdrawn],
    ),
    (PartlyFulfilled, &[Fulfilled, Expired, Withdrawn]),
    (Fulfilled, &[]),
    (Declined, &[UnderReview, Promised]),
    (Expired, &[UnderReview, PartlyFulfilled, Fulfilled]),
    (Withdrawn, &[]),
];

/// The statuses of a commitment that still waits for something.
pub const OPEN: [CommitmentStatus; 4] = [Requested, UnderReview, Promised, PartlyFulfilled];

/// The rungs of what was asked and promised. An amount above them tells what came of that, which
/// is how the caucus judges it.
pub const AS_SAID: [Rung; 3] = [Rung::Asked, Rung::Said, Rung::Written];

/// To where a commitment can go from a status.
#[must_use]
pub fn steps_from(status: CommitmentStatus) -> &'static [CommitmentStatus] {
    let found = STEPS.iter().find(|(from, _)| *from == status);
    found.map_or(&[], |(_, to)| to)
}

/// Whether somebody asks, and nobody has promised.
#[must_use]
pub fn is_ask(direction: CommitmentDirection) -> bool {
    match direction {
        CommitmentDirection::AskedByCaucus | CommitmentDirection::AskedOfCaucus => true,
        CommitmentDirection::MadeToCaucus
        | CommitmentDirection::MadeByCaucus
        | CommitmentDirection::Mutual
        | CommitmentDirection::BetweenOthers => false,
    }
}

/// Where a commitment stands when it is made.
#[must_use]
pub fn at_first(direction: CommitmentDirection) -> CommitmentStatus {
    if is_ask(direction) {
        Requested
    } else {
        Promised
    }
}

/// Where a commitment stands by the caucus's judgement.
#[must_use]
pub fn status(row: &commitment::Model) -> CommitmentStatus {
    row.status.unwrap_or(at_first(row.direction))
}

/// Whether a commitment is past its day, still waits for something, and was not judged since. Due
/// today is not past.
#[must_use]
pub fn is_overdue(row: &commitment::Model, today: NaiveDate) -> bool {
    let is_past = row.due_on.filter(|due| *due < today);
    let was_judged = |due: NaiveDate| row.judged_on.is_some_and(|on| on >= due);
    is_past.is_some_and(|due| !was_judged(due)) && OPEN.contains(&status(row))
}

/// On which sides of a commitment offices can stand; on the other stands the caucus.
#[must_use]
pub fn sides(direction: CommitmentDirection) -> &'static [PartySide] {
    match direction {
        CommitmentDirection::AskedByCaucus
        | CommitmentDirection::MadeToCaucus
        | CommitmentDirection::Mutual => &[PartySide::Owes],
        CommitmentDirection::AskedOfCaucus | CommitmentDirection::MadeByCaucus => {
            &[PartySide::Owed]
        }
        CommitmentDirection::BetweenOthers => &[PartySide::Owes, PartySide::Owed],
    }
}

/// On which side the offices of the meeting stand where none is named; on none where the others
/// promise each other, for then it must be said who is who.
#[must_use]
pub fn side_of_the_met(direction: CommitmentDirection) -> Option<PartySide> {
    match sides(direction) {
        [side] => Some(*side),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    #[test]
    fn every_status_is_in_the_table_and_leads_to_others_only() {
        for status in CommitmentStatus::iter() {
            assert!(STEPS.iter().any(|(from, _)| *from == status), "{status:?}");
            assert!(!steps_from(status).contains(&status), "{status:?}");
        }
    }

    #[test]
    fn what_is_open_can_end_well_and_what_has_ended_waits_for_nothing() {
        for status in CommitmentStatus::iter() {
            let can_go_on = !steps_from(status).is_empty();
            assert!(can_go_on || !OPEN.contains(&status), "{status:?}");
        }
        assert!(steps_from(Fulfilled).is_empty());
        assert!(steps_from(Withdrawn).is_empty());
    }

    #[test]
    fn the_caucus_itself_stands_on_the_side_that_no_office_has() {
        for direction in CommitmentDirection::iter() {
            let both = direction == CommitmentDirection::BetweenOthers;
            assert_eq!(sides(direction).len() == 2, both, "{direction:?}");
            assert_eq!(side_of_the_met(direction).is_none(), both, "{direction:?}");
        }
    }
}
