//! The steps of a commitment as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::enums::StepBasis as Kept;
use entity::{commitment, commitment_step};

use crate::concepts::access::words::may_read_words;
use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::commitments::evidence::{Evidence, source_of};
use crate::concepts::commitments::read::StepsOf;
use crate::concepts::meetings::face::Meeting;
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::{member_for, person_of};
use crate::concepts::records::seen;
use crate::kit::graphql::enums::{AbsenceReason, CommitmentStatus, StepBasis};
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Text;
use crate::kit::graphql::scalars::{Day, Instant};

/// A step of a commitment, and whose it is.
#[derive(Clone, Debug)]
pub struct CommitmentStep {
    row: commitment_step::Model,
    of: commitment::Model,
}

/// The steps of a commitment that the viewer may see, in their order.
///
/// # Errors
/// When nobody is signed in, or the database does not answer.
pub async fn seen_of(ctx: &Context<'_>, of: &commitment::Model) -> Result<Vec<CommitmentStep>> {
    let reads = reads_judgement(ctx, of)?;
    let rows = ctx.parts(StepsOf(of.id)).await?;
    let rows = rows.into_iter();
    Ok(rows
        .filter(|row| reads || row.basis != Kept::Judged)
        .map(|row| CommitmentStep {
            row,
            of: of.clone(),
        })
        .collect())
}

/// Whether the viewer reads where a commitment stands as the caucus judges it.
///
/// # Errors
/// When nobody is signed in.
pub fn reads_judgement(ctx: &Context<'_>, of: &commitment::Model) -> Result<bool> {
    Ok(of.status_shared_on.is_some() || may_read(ctx.viewer()?.role, Field::JudgedStatus))
}

/// A step by which a commitment came to where it stands.
#[Object]
impl CommitmentStep {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.row.id)
    }

    /// By whose word.
    async fn basis(&self) -> StepBasis {
        self.row.basis.into()
    }

    /// To where it came.
    async fn status(&self) -> CommitmentStatus {
        self.row.status.into()
    }

    /// On which day.
    async fn on(&self) -> Day {
        Day(self.row.happened_on)
    }

    /// Why it is thought so; null when nobody wrote it, or when it is not for you: `noteAbsence`
    /// tells which.
    async fn note(&self, ctx: &Context<'_>) -> Option<Result<Text>> {
        let note = async {
            let reads = self.reads_words(ctx).await?;
            Ok(self.row.note.clone().filter(|_| reads).map(Into::into))
        };
        note.await.transpose()
    }

    /// Why `note` is null; null when it is not. `NOT_SHARED` says nothing of whether there is
    /// something.
    async fn note_absence(&self, ctx: &Context<'_>) -> Option<Result<AbsenceReason>> {
        let absence = async {
            Ok(AbsenceReason::of(
                self.reads_words(ctx).await?,
                self.row.note.is_some(),
            ))
        };
        absence.await.transpose()
    }

    /// The meeting at which it was said or seen; null when none, or when you may not see it.
    async fn meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        seen(ctx, self.row.meeting_id).await
    }

    /// By what it is known; null when nobody said so, or when that is not for you.
    fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        source_of!(self.row).shown(ctx)
    }

    /// When it was recorded, which is not the day on which it happened; null when that is not for
    /// you.
    fn recorded_at(&self, ctx: &Context<'_>) -> Result<Option<Instant>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
        Ok(is_shown.then_some(Instant(self.row.recorded_at)))
    }

    /// Who recorded it; null when that is not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        person_of(ctx, Some(self.row.recorded_by)).await.transpose()
    }

    /// The member for whom somebody else recorded it; null when the one who recorded it did so for
    /// herself, or when that is not for you.
    async fn recorded_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        member_for(ctx, self.row.acting_for).await.transpose()
    }
}

impl CommitmentStep {
    async fn reads_words(&self, ctx: &Context<'_>) -> Result<bool> {
        let of = [
            Some(self.of.id.into()),
            self.of.meeting_id.map(Into::into),
            self.of.document_id.map(Into::into),
        ];
        may_read_words(ctx, of.into_iter().flatten(), self.of.words_audience).await
    }
}
