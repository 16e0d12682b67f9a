//! Those who took part in a meeting without being named, as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::meeting_group;

use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::meetings::rules::headcount::{Absence, Counts, of};
use crate::kit::graphql::enums::{AbsenceReason, HeadcountBasis};
use crate::kit::graphql::id::to_id;

/// People who took part without being named.
#[derive(Clone, Debug)]
pub struct AttendeeGroup(pub meeting_group::Model);

impl AttendeeGroup {
    fn counts(&self, ctx: &Context<'_>) -> Result<Counts> {
        let reads_small = may_read(ctx.viewer()?.role, Field::SmallCounts);
        Ok(of(&self.0, reads_small))
    }
}

/// People who took part without being named. A partner is not shown counts so small that they
/// could point to a person: of a group of 1 to 4 none, and where women, men, those not stated or
/// the rest are 1 to 4, only how many they were together. Each count that is null says why in the
/// field beside it, never by a zero.
#[Object]
impl AttendeeGroup {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// Who they were.
    async fn label(&self) -> &str {
        &self.0.label
    }

    /// How many; null when it is withheld from you: fewer than 5.
    async fn headcount(&self, ctx: &Context<'_>) -> Option<Result<i32>> {
        shown(self.counts(ctx), |counts| counts.headcount)
    }

    /// Why `headcount` is null; null when it is not.
    async fn headcount_absence(&self, ctx: &Context<'_>) -> Option<Result<AbsenceReason>> {
        absence(self.counts(ctx), |counts| counts.headcount)
    }

    /// How many women among them; null when nobody counted, or when it is withheld from you:
    /// `womenAbsence` tells which.
    async fn women(&self, ctx: &Context<'_>) -> Option<Result<i32>> {
        shown(self.counts(ctx), |counts| counts.women)
    }

    /// Why `women` is null; null when it is not.
    async fn women_absence(&self, ctx: &Context<'_>) -> Option<Result<AbsenceReason>> {
        absence(self.counts(ctx), |counts| counts.women)
    }

    /// How many men among them; null when nobody counted, or when it is withheld from you:
    /// `menAbsence` tells which.
    async fn men(&self, ctx: &Context<'_>) -> Option<Result<i32>> {
        shown(self.counts(ctx), |counts| counts.men)
    }

    /// Why `men` is null; null when it is not.
    async fn men_absence(&self, ctx: &Context<'_>) -> Option<Result<AbsenceReason>> {
        absence(self.counts(ctx), |counts| counts.men)
    }

    /// Of how many it is not known; null when nobody counted, or when it is withheld from you:
    /// `notStatedAbsence` tells which.
    async fn not_stated(&self, ctx: &Context<'_>) -> Option<Result<i32>> {
        shown(self.counts(ctx), |counts| counts.not_stated)
    }

    /// Why `notStated` is null; null when it is not.
    async fn not_stated_absence(&self, ctx: &Context<'_>) -> Option<Result<AbsenceReason>> {
        absence(self.counts(ctx), |counts| counts.not_stated)
    }

    /// Counted or estimated.
    async fn basis(&self) -> HeadcountBasis {
        self.0.basis.into()
    }
}

type Count = std::result::Result<i32, Absence>;

fn shown(counts: Result<Counts>, count: impl Fn(Counts) -> Count) -> Option<Result<i32>> {
    counts.map(|counts| count(counts).ok()).transpose()
}

fn absence(
    counts: Result<Counts>,
    count: impl Fn(Counts) -> Count,
) -> Option<Result<AbsenceReason>> {
    let reason = |absence| match absence {
        Absence::NotCollected => AbsenceReason::NotCollected,
        Absence::Suppressed => AbsenceReason::Suppressed,
    };
    counts
        .map(|counts| count(counts).err().map(reason))
        .transpose()
}
