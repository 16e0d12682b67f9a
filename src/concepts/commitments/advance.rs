//! How far a commitment has come, step by step, and taking back a step that was a slip.

use async_graphql::ID;
use chrono::NaiveDate;
use entity::enums::{CommitmentStatus, StepBasis};
use entity::ids::{CommitmentId, MeetingId, PartId, RecordId};
use entity::{commitment, commitment_step};
use sea_orm::{ActiveEnum, EntityTrait};

use crate::concepts::access::policy::must_be_own;
use crate::concepts::access::{self, Allowed, allow_on};
use crate::concepts::commitments::evidence::Source;
use crate::concepts::commitments::input::{AdvanceCommitmentInput, UndoCommitmentStepInput};
use crate::concepts::commitments::rules::{status, steps_from};
use crate::concepts::commitments::write::{note_of, parts_of_steps, steps};
use crate::concepts::log::erase::erase;
use crate::concepts::log::{Act, Tx, Whole, load, save};
use crate::concepts::records::{References, expect_version};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::parse;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

impl Act for AdvanceCommitmentInput {
    const NAME: &'static str = "advanceCommitment";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::AdvanceCommitment;
        let (allowed, before) = begin(tx, act, &self.id, self.expected_version.as_ref()).await?;
        let had = steps(tx.conn(), before.row.id).await?;
        let mut check = Check::default();
        let basis = self.basis.map_or(StepBasis::Judged, Into::into);
        check_step(&mut check, &before.row, basis, self.status.into());
        let step = self.step(tx, &before.row, &had, check).await?;
        let mut after = before.clone();
        match step.basis {
            StepBasis::Judged => {
                after.row.status = Some(step.status);
                after.row.judged_on = Some(step.happened_on);
            }
            StepBasis::Reported => after.row.reported = Some(step.status),
        }
        let mut now = had;
        now.push(step.clone());
        settle(tx, &allowed, &before, after, &now).await?;
        tx.insert(&step);
        Ok(before.row.id.into())
    }
}

impl AdvanceCommitmentInput {
    /// The step as it is to be kept, with what was found wrong before.
    pub(super) async fn step(
        &self,
        tx: &mut Tx,
        row: &commitment::Model,
        had: &[commitment_step::Model],
        mut check: Check,
    ) -> Result<commitment_step::Model, WriteError> {
        let root = Path::root();
        let mut references = References::default();
        let to = self.status.into();
        let basis = self.basis.map_or(StepBasis::Judged, Into::into);
        check_number(&mut check, had.len(), "steps");
        let on = self.on.map_or(tx.today(), |day| day.0);
        check_day(
            &mut check,
            on,
            tx.today(),
            had.iter().filter(|step| step.basis == basis),
        );
        check_said(&mut check, on, row);
        let note = check.optional_text(&root.field("note"), self.note.as_ref());
        let meeting_id: Option<MeetingId> =
            check.optional_id(&root.field("meetingId"), self.meeting_id.as_ref());
        references.want(&root.field("meetingId"), meeting_id);
        let evidence = self.evidence.as_ref();
        let source = Source::check(
            &mut check,
            &mut references,
            &root.field("evidence"),
            evidence,
        );
        references.look_up(tx, &mut check).await?;
        check.done()?;
        Ok(commitment_step::Model {
            id: tx.new_id(),
            commitment_id: row.id,
            position: had.iter().map(|step| step.position + 1).max().unwrap_or(0),
            basis,
            status: to,
            happened_on: on,
            note,
            meeting_id,
            source_kind: source.kind,
            source_title: source.title,
            source_publisher: source.publisher,
            source_address: source.address,
            source_day: source.day,
            source_document_id: source.document,
            recorded_at: tx.now(),
            recorded_by: tx.viewer().actor(),
            acting_for: tx.viewer().acting_for(),
        })
    }
}

/// That a commitment can come to a status: as judged, by the table; as reported, to any but where
/// it was reported to stand before.
fn check_step(check: &mut Check, row: &commitment::Model, basis: StepBasis, to: CommitmentStatus) {
    let message = match basis {
        StepBasis::Reported if row.reported == Some(to) => {
            format!("It is reported to be {} already.", to.to_value())
        }
        StepBasis::Judged if !steps_from(status(row)).contains(&to) => {
            let from = status(row).to_value();
            let allowed: Vec<_> = steps_from(status(row))
                .iter()
                .map(ActiveEnum::to_value)
                .collect();
            if allowed.is_empty() {
                format!("It is {from}, which is its end. Undo the last step if that was a slip.")
            } else {
                format!("From {from} it can come to {}.", allowed.join(", "))
            }
        }
        StepBasis::Judged | StepBasis::Reported => return,
    };
    let path = Path::root().field("status");
    check.refuse(UserErrorCode::InvalidTransition, &path, message);
}

/// That a step lies on a day that has come, and not before the one that it follows.
fn check_day<'s>(
    check: &mut Check,
    on: NaiveDate,
    today: NaiveDate,
    had: impl Iterator<Item = &'s commitment_step::Model>,
) {
    let path = Path::root().field("on");
    if check.day_come(&path, on, today).is_none() {
        return;
    }
    if let Some(last) = had
        .map(|step| step.happened_on)
        .max()
        .filter(|last| on < *last)
    {
        let message = format!("The step before it was taken on {last}; this one not before that.");
        check.refuse(UserErrorCode::OutOfRange, &path, message);
    }
}

/// That nothing came of it before it was said.
fn check_said(check: &mut Check, on: NaiveDate, row: &commitment::Model) {
    if let Some(said) = row.said_on.filter(|said| on < *said) {
        let message = format!("It was said on {said}; nothing came of it before that.");
        let path = Path::root().field("on");
        check.refuse(UserErrorCode::OutOfRange, &path, message);
    }
}

/// That one more does not make too many: all that one has is read and logged at once.
pub(super) fn check_number(check: &mut Check, had: usize, of: &str) {
    if had >= MOST {
        let message = format!("It has {MOST} {of} already, and more are not taken.");
        check.refuse(UserErrorCode::TooMany, &Path::root(), message);
    }
}

/// How many steps, and how many amounts, a commitment has at most.
const MOST: usize = 200;

impl Act for UndoCommitmentStepInput {
    const NAME: &'static str = "undoCommitmentStep";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::UndoCommitmentStep;
        let path = Path::root().field("stepId");
        let step: PartId = parse(&self.step_id)
            .map_err(|message| UserError::new(UserErrorCode::InvalidId, &path, message))?;
        let (allowed, before) = begin(tx, act, &self.id, None).await?;
        let mut now = steps(tx.conn(), before.row.id).await?;
        let last = now.pop().filter(|last| last.id == step);
        let Some(last) = last else {
            let message = "This is not the last step any more; only the last can be taken back.";
            return Err(UserError::new(UserErrorCode::InvalidTransition, &path, message).into());
        };
        must_be_own(
            tx,
            &allowed,
            (last.recorded_by, last.acting_for),
            before.row.id,
        )?;
        let mut after = before.clone();
        let stood = now.iter().rev().find(|step| step.basis == last.basis);
        let (stood, on) = (
            stood.map(|step| step.status),
            stood.map(|step| step.happened_on),
        );
        match last.basis {
            StepBasis::Judged => {
                after.row.status = stood;
                after.row.judged_on = on;
            }
            StepBasis::Reported => {
                after.row.reported = stood;
                let same_day = |step: &commitment_step::Model| {
                    step.basis == last.basis && step.happened_on == last.happened_on
                };
                if after.row.reconfirmed_on == Some(last.happened_on) && !now.iter().any(same_day) {
                    after.row.reconfirmed_on = None;
                }
            }
        }
        if last.note.is_some() {
            // What was taken back by its author can be withdrawn nowhere else.
            let erased = erase(tx, before.row.id.into(), &[note_of(last.id)]).await?;
            after.withdrawn = erased.fields;
        }
        settle(tx, &allowed, &before, after, &now).await?;
        let gone = commitment_step::Entity::delete_by_id(last.id);
        gone.exec(tx.conn()).await.map_err(Fault::from)?;
        Ok(before.row.id.into())
    }
}

pub(super) async fn begin(
    tx: &mut Tx,
    act: access::Act,
    raw: &ID,
    expected: Option<&String>,
) -> Result<(Allowed, Whole<commitment::Model>), WriteError> {
    let mut check = Check::default();
    let id = check.id::<CommitmentId>(&Path::root().field("id"), raw);
    let id = check.done_with(id)?;
    let allowed = allow_on(tx, act, id).await?;
    expect_version(tx, expected).await?;
    Ok((allowed, load(tx, id.into()).await?))
}

pub(super) async fn settle(
    tx: &mut Tx,
    allowed: &Allowed,
    before: &Whole<commitment::Model>,
    mut after: Whole<commitment::Model>,
    steps: &[commitment_step::Model],
) -> Result<(), WriteError> {
    for part in parts_of_steps(steps)? {
        after.set_part(part);
    }
    Ok(save(tx, allowed, Some(before), &after).await?)
}
