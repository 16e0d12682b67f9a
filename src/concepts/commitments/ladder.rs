//! The amounts of a commitment as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::{commitment, commitment_amount};

use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::commitments::evidence::{Evidence, source_of};
use crate::concepts::commitments::read::AmountsOf;
use crate::concepts::commitments::rules::AS_SAID;
use crate::concepts::commitments::steps::reads_judgement;
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::{member_for, person_of};
use crate::kit::graphql::enums::Rung;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Money;
use crate::kit::graphql::scalars::{Day, FiscalYear, Instant};

/// An amount on a rung of a commitment's ladder.
#[derive(Clone, Debug)]
pub struct CommitmentAmount(pub commitment_amount::Model);

/// The amounts of a commitment that the viewer may see, in the order in which they came.
///
/// # Errors
/// When nobody is signed in, or the database does not answer.
pub async fn seen_of(ctx: &Context<'_>, of: &commitment::Model) -> Result<Vec<CommitmentAmount>> {
    let reads = reads_judgement(ctx, of)?;
    let rows = ctx.parts(AmountsOf(of.id)).await?.into_iter();
    let rows = rows.filter(|row| reads || AS_SAID.contains(&row.rung));
    Ok(rows.map(CommitmentAmount).collect())
}

/// An amount of an ask or a promise, on a rung of the ladder.
#[Object]
impl CommitmentAmount {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// How far it has come.
    async fn rung(&self) -> Rung {
        self.0.rung.into()
    }

    /// How much.
    async fn amount(&self) -> Money {
        Money::of(self.0.amount.into(), self.0.currency)
    }

    /// For which fiscal year; null when none was named.
    async fn fiscal_year(&self) -> Option<FiscalYear> {
        self.0.fiscal_year.map(FiscalYear)
    }

    /// On which day it came there.
    async fn on(&self) -> Day {
        Day(self.0.happened_on)
    }

    /// Under which number it stands in the PSDP book, the PC-I or the release; null when nobody
    /// wrote it, or when that is not for you.
    fn reference(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
        Ok(self.0.reference.as_deref().filter(|_| is_shown))
    }

    /// By what it is known; null when nobody said so, or when that is not for you.
    fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        source_of!(self.0).shown(ctx)
    }

    /// When it was recorded, which is not the day on which it happened; null when that is not for
    /// you.
    fn recorded_at(&self, ctx: &Context<'_>) -> Result<Option<Instant>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
        Ok(is_shown.then_some(Instant(self.0.recorded_at)))
    }

    /// Who recorded it; null when that is not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        person_of(ctx, Some(self.0.recorded_by)).await.transpose()
    }

    /// The member for whom somebody else recorded it; null when the one who recorded it did so for
    /// herself, or when that is not for you.
    async fn recorded_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        member_for(ctx, self.0.acting_for).await.transpose()
    }
}
