//! Asks, promises and amounts of a group as the API shows them.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::SimpleObject;
use entity::enums as kept;
use entity::ids::CommitmentId;
use sea_orm::Iterable;

use crate::concepts::coverage::figures::{Counted, Figure};
use crate::concepts::coverage::rules::promises::{Amount, Promise, Promised, Promises};
use crate::kit::graphql::enums::{CommitmentStatus, Rung};
use crate::kit::graphql::inputs::Money;
use crate::kit::graphql::scalars::FiscalYear;

/// The asks and promises that stand in one status.
#[derive(SimpleObject, Clone, Debug)]
pub struct CommitmentsByStatus {
    /// The status; null for those of which it is not said, or is not for you.
    pub status: Option<CommitmentStatus>,
    /// How many, and which.
    pub counted: Figure,
}

/// What came on one rung for one fiscal year in one currency.
#[derive(SimpleObject, Clone, Debug)]
pub struct CoverageAmount {
    /// The rung.
    pub rung: Rung,
    /// The fiscal year; null for amounts that name none.
    pub fiscal_year: Option<FiscalYear>,
    /// The sum of the amounts.
    pub total: Money,
    /// Of which commitments.
    pub counted: Figure,
}

/// Those made in the period by status, of which there are some; those without one last.
#[must_use]
pub fn by_status(
    group: &Promised,
    promises: &Promises,
    status: impl Fn(&Promise) -> Option<kept::CommitmentStatus>,
) -> Vec<CommitmentsByStatus> {
    let statuses = kept::CommitmentStatus::iter().map(Some).chain([None]);
    let of = |wanted| {
        let made = group.made.iter();
        let made = made.filter(|id| promises.get(id).is_some_and(|one| status(one) == wanted));
        made.copied().collect::<BTreeSet<_>>()
    };
    statuses
        .map(|wanted| (wanted, of(wanted)))
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(status, ids)| CommitmentsByStatus {
            status: status.map(Into::into),
            counted: Figure(Counted::Commitments(ids)),
        })
        .collect()
}

/// The sums of the amounts: by rung, then by fiscal year, those without one last, then by currency.
#[must_use]
pub fn amounts(group: &Promised, promises: &Promises) -> Vec<CoverageAmount> {
    let mut lines: BTreeMap<_, (Amount, i128, BTreeSet<CommitmentId>)> = BTreeMap::new();
    for (id, at) in &group.amounts {
        let Some(amount) = promises.get(id).and_then(|one| one.amounts.get(*at)) else {
            continue;
        };
        let rung = kept::Rung::iter().position(|known| known == amount.rung);
        let currency = kept::Currency::iter().position(|known| known == amount.currency);
        let year = amount.fiscal_year.unwrap_or(i32::MAX);
        let line = lines
            .entry((rung, year, currency))
            .or_insert_with(|| (*amount, 0, BTreeSet::new()));
        line.1 += i128::from(amount.minor);
        line.2.insert(*id);
    }
    lines
        .into_values()
        .map(|(amount, sum, ids)| CoverageAmount {
            rung: amount.rung.into(),
            fiscal_year: amount.fiscal_year.map(FiscalYear),
            total: Money::of(sum, amount.currency),
            counted: Figure(Counted::Commitments(ids)),
        })
        .collect()
}
