//! What a task may become, and when it is overdue.

use chrono::NaiveDate;
use entity::enums::FollowUpStatus;
use entity::follow_up_action;

/// Whether a task still waits to be done.
#[must_use]
pub fn is_open(status: FollowUpStatus) -> bool {
    matches!(status, FollowUpStatus::Open | FollowUpStatus::InProgress)
}

/// Whether a task is past its day. Due today is not overdue.
#[must_use]
pub fn is_overdue(task: &follow_up_action::Model, today: NaiveDate) -> bool {
    is_open(task.status) && task.due_on.is_some_and(|due| due < today)
}

/// What may be done to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was done.
    Complete,
    /// It was not, after all.
    Reopen,
}

/// The status after a step, or `None` where the step is not open to it.
#[must_use]
pub fn after(status: FollowUpStatus, step: Step) -> Option<FollowUpStatus> {
    match (status, step) {
        (FollowUpStatus::Open | FollowUpStatus::InProgress, Step::Complete) => {
            Some(FollowUpStatus::Done)
        }
        (FollowUpStatus::Done | FollowUpStatus::Cancelled, Step::Reopen) => {
            Some(FollowUpStatus::Open)
        }
        (FollowUpStatus::Done | FollowUpStatus::Cancelled, Step::Complete)
        | (FollowUpStatus::Open | FollowUpStatus::InProgress, Step::Reopen) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_can_be_undone_once() {
        assert_eq!(
            after(FollowUpStatus::Open, Step::Complete),
            Some(FollowUpStatus::Done)
        );
        assert_eq!(after(FollowUpStatus::Done, Step::Complete), None);
        assert_eq!(
            after(FollowUpStatus::Done, Step::Reopen),
            Some(FollowUpStatus::Open)
        );
        assert_eq!(after(FollowUpStatus::Open, Step::Reopen), None);
    }
}
