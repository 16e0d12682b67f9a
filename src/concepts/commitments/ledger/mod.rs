//! The ledger: the amounts of many commitments, summed by rung, fiscal year and currency.

pub mod read;

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use sea_orm::PaginatorTrait;

use crate::concepts::access::CtxExt;
use crate::concepts::commitments::ledger::read::{Line, Sum, sums};
use crate::concepts::commitments::query::CommitmentFilter;
use crate::concepts::commitments::read::select;
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::{Currency, Rung};
use crate::kit::graphql::inputs::Money;
use crate::kit::graphql::scalars::{Day, FiscalYear};

/// What is on one rung for one fiscal year in one currency.
#[derive(SimpleObject, Clone, Debug)]
pub struct LedgerLine {
    /// The rung.
    pub rung: Rung,
    /// The fiscal year; null for amounts that name none.
    pub fiscal_year: Option<FiscalYear>,
    /// The sum of the amounts.
    pub total: Money,
    /// Of how many commitments.
    pub commitments: i32,
    /// How many of these are asks; the others are promises.
    pub asks: i32,
}

/// A line of the ledger.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct LedgerLineInput {
    /// The rung.
    pub rung: Rung,
    /// The fiscal year; that of amounts which name none when absent.
    pub fiscal_year: Option<FiscalYear>,
    /// The currency; Pakistani rupees when absent.
    pub currency: Option<Currency>,
}

impl From<LedgerLineInput> for Line {
    fn from(line: LedgerLineInput) -> Self {
        Self {
            rung: line.rung.into(),
            fiscal_year: line.fiscal_year.map(|year| year.0),
            currency: line.currency.unwrap_or(Currency::Pkr).into(),
        }
    }
}

/// What was asked, said, written, budgeted and released, as far as the caller sees it.
#[derive(SimpleObject, Clone, Debug)]
pub struct Ledger {
    /// By rung, then by fiscal year, then by currency. Rungs are never added to each other, nor
    /// currencies. What a commitment announces again is not counted where the one that announced
    /// it first is among these, with an amount on the same rung for the same fiscal year (reading
    /// 10 of coverage). For partners amounts above `WRITTEN` are in it once it is shared where their
    /// commitment stands.
    pub lines: Vec<LedgerLine>,
    /// How many commitments it is about, with and without amounts.
    pub commitments: i32,
    /// As of which day.
    pub as_of: Day,
}

/// Reads of the ledger.
#[derive(Default)]
pub struct LedgerQuery;

/// Reads of the ledger.
#[Object]
impl LedgerQuery {
    /// The amounts of the commitments that you may see, on the ladder.
    async fn ledger(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which commitments; of all when absent.")] filter: Option<
            CommitmentFilter,
        >,
    ) -> Result<Ledger> {
        let reader = ctx.reader()?;
        let filter = filter.unwrap_or_default().checked(ctx.viewer()?)?;
        let of = select(ctx.viewer()?, filter, reader.today);
        let commitments = of.clone().count(reader.conn()).await.map_err(Fault::from)?;
        let sums = sums(reader, of).await?;
        Ok(Ledger {
            lines: sums.into_iter().map(Into::into).collect(),
            commitments: i32::try_from(commitments).unwrap_or(i32::MAX),
            as_of: Day(reader.today),
        })
    }
}

impl From<Sum> for LedgerLine {
    fn from(sum: Sum) -> Self {
        Self {
            rung: sum.rung.into(),
            fiscal_year: sum.fiscal_year.map(FiscalYear),
            total: Money::of(sum.minor(), sum.currency),
            commitments: i32::try_from(sum.commitments).unwrap_or(i32::MAX),
            asks: i32::try_from(sum.asks).unwrap_or(i32::MAX),
        }
    }
}
