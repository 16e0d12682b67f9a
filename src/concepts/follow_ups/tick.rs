//! Ticking and unticking a task.

use async_graphql::ID;
use chrono::NaiveDate;
use entity::follow_up_action;
use entity::ids::RecordId;

use crate::concepts::access::{self, Allowed};
use crate::concepts::follow_ups::input::{CompleteFollowUpInput, ReopenFollowUpInput};
use crate::concepts::follow_ups::rules::{Step, after};
use crate::concepts::follow_ups::write::begin;
use crate::concepts::log::{Act, Tx, Whole, save};
use crate::kit::check::Check;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

impl Act for CompleteFollowUpInput {
    const NAME: &'static str = "completeFollowUp";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::CompleteFollowUp;
        let (allowed, before) = begin(tx, act, &self.id, self.expected_version.as_ref()).await?;
        let on = self.on.map_or(tx.today(), |day| day.0);
        let mut check = Check::default();
        check_done_on(&mut check, on, (before.row.opened_on, tx.today()));
        check.done()?;
        step(tx, &allowed, &before, Step::Complete, Some(on)).await
    }
}

/// That a task was done while it was there: not before it was opened, and not after today.
fn check_done_on(check: &mut Check, on: NaiveDate, (opened_on, today): (NaiveDate, NaiveDate)) {
    let path = Path::root().field("on");
    let on = check.day_come(&path, on, today);
    if let Some(on) = on.filter(|on| *on < opened_on) {
        let message =
            format!("This task was opened on {opened_on}; it was not done on {on}, before that.");
        check.refuse(UserErrorCode::OutOfRange, &path, message);
    }
}

impl Act for ReopenFollowUpInput {
    const NAME: &'static str = "reopenFollowUp";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::ReopenFollowUp;
        let (allowed, before) = begin(tx, act, &self.id, self.expected_version.as_ref()).await?;
        step(tx, &allowed, &before, Step::Reopen, None).await
    }
}

async fn step(
    tx: &mut Tx,
    allowed: &Allowed,
    before: &Whole<follow_up_action::Model>,
    step: Step,
    completed_on: Option<NaiveDate>,
) -> Result<RecordId, WriteError> {
    let Some(status) = after(before.row.status, step) else {
        let message = match step {
            Step::Complete => "This task does not wait to be done any more. Reopen it first.",
            Step::Reopen => "This task is open already.",
        };
        return Err(
            UserError::new(UserErrorCode::InvalidTransition, &Path::root(), message).into(),
        );
    };
    let mut after = before.clone();
    after.row.status = status;
    after.row.completed_on = completed_on;
    save(tx, allowed, Some(before), &after).await?;
    Ok(before.row.id.into())
}
